// A simulated modem and the line to it.
//
//   port.write --> faults, pace --> [ echo, lines, commands ] --> answers, results
//   onBytes    <-- faults, pace <-- unasked lines <------------/
//
// Dialling `*99#` connects and swallows what is sent until `+++` with a second of silence around it, or until the port is
// let go: no packet goes anywhere.
import { binaryToBytes, bytesToBinary } from "../../core/bytes/binary-text.ts";
import type { BytePort } from "../../core/bytes/byte-port.ts";
import type { Surroundings } from "../../core/bytes/surroundings.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { DelayedLine } from "../delayed-line.ts";
import { FaultyLine, type LineEvent, type TerminalFaults } from "../faults.ts";
import { StepFaults } from "../step-faults.ts";
import { TerminalPort } from "../terminal-port.ts";
import { answers, type Said } from "./answers.ts";
import { cutCommandLine, type Part } from "./command-line.ts";
import { printResult, type ResultCode } from "./results.ts";
import type { ModemProfile } from "./modem-profile.ts";
import { ModemState } from "./modem-state.ts";

export interface ModemTerminalOptions {
  readonly faults?: TerminalFaults;
  /** Milliseconds on the way, in each direction. */
  readonly latency?: number;
  /** Speed of the line in each direction; unlimited when left out. */
  readonly bytesPerSecond?: number;
  /** Milliseconds that a restart takes. */
  readonly bootTime?: number;
  /** Milliseconds that attaching takes. */
  readonly attachTime?: number;
}

const defaultBootTime = 1500;
const defaultAttachTime = 400;
/** V.250's guard time around `+++`. */
const guard = 900;
const longestLine = 560;

export class ModemTerminal {
  readonly name: string;
  readonly modem: ModemState;
  /** Every line of commands that came, in order. */
  readonly asked: string[] = [];
  readonly #surroundings: Surroundings;
  readonly #options: ModemTerminalOptions;
  readonly #steps: StepFaults;
  readonly #inward: DelayedLine;
  readonly #outward: DelayedLine;
  readonly #inwardFaults: FaultyLine;
  readonly #outwardFaults: FaultyLine;
  #port: TerminalPort | null = null;
  #isUp = true;
  #line = "";
  #waiting: string[] = [];
  #isBusy = false;
  #isConnected = false;
  #escape = "";
  #lastData = 0;
  #echoes = true;
  #isVerbose = true;
  #isQuiet = false;

  constructor(
    name: string,
    parts: { readonly surroundings: Surroundings; readonly profile: ModemProfile },
    options: ModemTerminalOptions,
  ) {
    const { clock } = parts.surroundings;
    const faults = options.faults ?? {};
    this.name = name;
    this.modem = new ModemState(parts.profile);
    this.#surroundings = parts.surroundings;
    this.#options = options;
    this.#steps = new StepFaults(faults.steps ?? []);
    this.#steps.armed = true;
    this.#steps.onEvent = (event) => {
      if (event === "cut") this.unplug();
      else if (event === "reboot") void this.reboot();
      else this.sayUnasked(event.message);
    };
    this.#inwardFaults = new FaultyLine("to-terminal", faults);
    this.#outwardFaults = new FaultyLine("from-terminal", faults);
    const speed = { latency: options.latency ?? 0, bytesPerSecond: options.bytesPerSecond ?? null };
    this.#inward = new DelayedLine(clock, speed, (event) =>
      this.#arrive(event, (bytes) => this.#isUp && this.#hear(bytesToBinary(bytes))),
    );
    this.#outward = new DelayedLine(clock, speed, (event) =>
      this.#arrive(event, (bytes) => this.#port?.deliver(bytes)),
    );
  }

  /** Opens the line. One at a time: `port-busy` until the port before is closed. */
  connect(): Result<BytePort> {
    if (this.#port !== null) return fail(makeFailure("port-busy", { port: this.name }));
    const port = new TerminalPort(this.name, {
      send: (bytes) => this.#inward.send(this.#inwardFaults.pass(bytes)),
      release: () => {
        this.#port = null;
        this.#line = "";
        // As with DTR: whoever lets go hangs up.
        this.#isConnected = false;
      },
    });
    this.#port = port;
    return succeed(port);
  }

  /** Pulls the cable: the port is lost, the modem goes on, and `connect` works again. */
  unplug(): void {
    this.#port?.lose();
  }

  powerOff(): void {
    this.#isUp = false;
  }

  /** Switches it off and on. Resolves when it is up again and has said so. */
  async reboot(): Promise<void> {
    this.#isUp = false;
    this.#line = "";
    this.#isConnected = false;
    await this.#surroundings.clock.delay(this.#options.bootTime ?? defaultBootTime);
    this.modem.start();
    [this.#echoes, this.#isVerbose, this.#isQuiet] = [true, true, false];
    this.#isUp = true;
    this.sayUnasked("RDY");
  }

  /** What a modem says by itself; nothing while it passes data on. */
  sayUnasked(line: string): void {
    if (!this.#isConnected) this.#say(`\r\n${line}\r\n`);
  }

  #hear(binary: string): void {
    if (this.#isConnected) {
      this.#takeData(binary);
      return;
    }
    for (const character of binary) {
      if (this.#echoes) this.#say(character);
      if (character === "\r") {
        const line = this.#line;
        this.#line = "";
        if (line.trim() !== "") this.#waiting.push(line);
      } else if (character === "\b") this.#line = this.#line.slice(0, -1);
      else if (character !== "\n" && this.#line.length < longestLine) this.#line += character;
    }
    if (!this.#isBusy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    for (let line = this.#waiting.shift(); line !== undefined; line = this.#waiting.shift()) {
      const parts = cutCommandLine(line);
      if (parts === null) continue;
      this.asked.push(line.trim());
      this.#end(await this.#run(line.trim(), parts));
    }
    this.#isBusy = false;
  }

  async #run(line: string, parts: readonly Part[]): Promise<ResultCode> {
    const effect = this.#steps.take(line);
    if (effect?.kind === "reboot" || effect?.kind === "cut") return { kind: "none" };
    if (effect?.kind === "fail") return { kind: "words", words: effect.message };
    if (effect?.kind === "lie") return { kind: "ok" };
    for (const part of parts) {
      if (part.kind === "dial") return this.#dial(part.number);
      const said = part.kind === "basic" ? this.#runBasic(part.name, part.value) : await this.#runExtended(part);
      if (typeof said === "number") return { kind: "cme", code: said };
      for (const each of said) this.#say(this.#isVerbose ? `\r\n${each}\r\n` : `${each}\r\n`);
    }
    return { kind: "ok" };
  }

  async #runExtended(part: Part & { readonly kind: "extended" }): Promise<Said> {
    const { clock } = this.#surroundings;
    const isAttaching = part.how === "set" && (part.name === "+CGATT" || part.name === "+CGACT");
    if (isAttaching) await clock.delay(this.#options.attachTime ?? defaultAttachTime);
    const answer = answers[part.name];
    if (!answer) return 100;
    const before = this.modem.isAttached;
    const said = answer(this.modem, { ...part, wallTime: clock.wallTime(), now: clock.now() });
    if (before !== this.modem.isAttached) this.#reportRegistration();
    return said;
  }

  /** Whoever asked for it with AT+CREG=1 hears of a change, before the command's own end. */
  #reportRegistration(): void {
    for (const [name, reports] of this.modem.reports) {
      if (reports > 0 && name !== "+COPS")
        this.sayUnasked(`${name}: ${this.modem.isAttached ? this.modem.registration : 2}`);
    }
  }

  #runBasic(name: string, value: string): Said {
    if (name === "E") this.#echoes = value === "1";
    else if (name === "V") this.#isVerbose = value !== "0";
    else if (name === "Q") this.#isQuiet = value === "1";
    else if (name === "Z" || name === "&F") [this.#echoes, this.#isVerbose, this.#isQuiet] = [true, true, false];
    else if (name === "I") return this.#identify();
    else if (name.startsWith("S") && name.endsWith("?")) return ["000"];
    return name === "" ? 100 : [];
  }

  #identify(): Said {
    const { vendor, model, firmware } = this.modem.profile;
    return [`Manufacturer: ${vendor}`, `Model: ${model}`, `Revision: ${firmware}`];
  }

  #dial(number: string): ResultCode {
    if (!/^[TP]?\*99(?:\*{0,3}\d*)?#$/i.test(number.replaceAll(" ", ""))) return { kind: "no-carrier" };
    if (!this.modem.isAttached || (this.modem.active.size === 0 && this.modem.activate(1) !== null)) {
      return { kind: "no-carrier" };
    }
    this.#isConnected = true;
    this.#lastData = this.#surroundings.clock.now();
    return { kind: "connect" };
  }

  #takeData(binary: string): void {
    const now = this.#surroundings.clock.now();
    const rested = now - this.#lastData >= guard;
    this.#lastData = now;
    const isEscape = /^\++$/.test(binary);
    this.#escape = isEscape && (rested || this.#escape !== "") ? this.#escape + binary : "";
    if (this.#escape !== "+++") return;
    void this.#surroundings.clock.delay(guard).then(() => {
      if (this.#escape !== "+++" || !this.#isConnected) return;
      this.#escape = "";
      this.#isConnected = false;
      this.#end({ kind: "ok" });
    });
  }

  #end(result: ResultCode): void {
    const text = printResult(result, { isVerbose: this.#isVerbose, errors: this.modem.errors });
    if (text !== "" && !this.#isQuiet) this.#say(text);
  }

  #say(binary: string): void {
    if (this.#port !== null && this.#isUp) void this.#outward.send(this.#outwardFaults.pass(binaryToBytes(binary)));
  }

  #arrive(event: LineEvent, take: (bytes: Uint8Array) => void): void {
    if (event.kind === "cut") this.unplug();
    else if (event.kind === "reboot") void this.reboot();
    else if (event.kind === "bytes") take(event.bytes);
  }
}
