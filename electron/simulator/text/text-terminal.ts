// A simulated terminal that is spoken to in lines of text, and the line to it.
//
//   port.write --> faults, pace --> [ echo, login, pages ] --> persona.answer(line)
//   onBytes    <-- faults, pace <--
//
// What the persona changes runs at once and is lost in a restart, unless it says that it is kept.
import { binaryToBytes, bytesToBinary } from "../../core/bytes/binary-text.ts";
import type { BytePort } from "../../core/bytes/byte-port.ts";
import type { Surroundings } from "../../core/bytes/surroundings.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { DelayedLine } from "../delayed-line.ts";
import { controlDtr, DtrWire } from "../dtr-wire.ts";
import { FaultyLine, type LineEvent, type TerminalFaults } from "../faults.ts";
import { StepFaults } from "../step-faults.ts";
import { TerminalPort } from "../terminal-port.ts";
import type { Answer, Persona, Values } from "./persona.ts";

export interface TextTerminalOptions {
  readonly faults?: TerminalFaults;
  /** Milliseconds on the way, in each direction. */
  readonly latency?: number;
  /** Speed of the line in each direction; unlimited when left out. */
  readonly bytesPerSecond?: number;
  /** Milliseconds that a restart takes. */
  readonly bootTime?: number;
}

const defaultBootTime = 1500;
/** Characters of a line that are kept. */
const longestLine = 1024;
const pagerQuestion = "--More--";

type State = "off" | "user" | "password" | "open" | "paging";

export class TextTerminal {
  readonly name: string;
  /** Every line that was typed at its prompt, in order. */
  readonly asked: string[] = [];
  /** What runs, and what a restart leaves. */
  running: Values;
  kept: Values;
  readonly #persona: Persona;
  readonly #surroundings: Surroundings;
  readonly #bootTime: number;
  readonly #steps: StepFaults;
  readonly #inward: DelayedLine;
  readonly #outward: DelayedLine;
  readonly #inwardFaults: FaultyLine;
  readonly #outwardFaults: FaultyLine;
  readonly #dtr = new DtrWire();
  #port: TerminalPort | null = null;
  #state: State;
  #user = "";
  #typed = "";
  #last = "";
  #pages: string[] = [];

  constructor(name: string, parts: { surroundings: Surroundings; persona: Persona }, options: TextTerminalOptions) {
    const { clock } = parts.surroundings;
    const faults = options.faults ?? {};
    this.name = name;
    this.running = parts.persona.values;
    this.kept = parts.persona.values;
    this.#persona = parts.persona;
    this.#surroundings = parts.surroundings;
    this.#bootTime = options.bootTime ?? defaultBootTime;
    this.#state = this.#begin();
    this.#steps = new StepFaults(faults.steps ?? []);
    this.#steps.armed = true;
    this.#steps.onEvent = (event) => {
      if (event === "cut") this.unplug();
      else if (event === "reboot") void this.reboot();
      else this.#say(`${event.message}${this.#persona.lineEnd}`);
    };
    this.#inwardFaults = new FaultyLine("to-terminal", faults);
    this.#outwardFaults = new FaultyLine("from-terminal", faults);
    const speed = { latency: options.latency ?? 0, bytesPerSecond: options.bytesPerSecond ?? null };
    this.#inward = new DelayedLine(clock, speed, (event) =>
      this.#arrive(event, (bytes) => {
        for (const letter of bytesToBinary(bytes)) this.#hear(letter);
      }),
    );
    this.#outward = new DelayedLine(clock, speed, (event) =>
      this.#arrive(event, (bytes) => this.#port?.deliver(bytes)),
    );
  }

  /** Opens the line, with DTR raised or not. One at a time: `port-busy` until the port before is closed. */
  connect(dtr = false): Result<BytePort> {
    if (this.#port !== null) return fail(makeFailure("port-busy", { port: this.name }));
    const port = new TerminalPort(this.name, {
      send: (bytes) => this.#inward.send(this.#inwardFaults.pass(bytes)),
      release: () => {
        this.#port = null;
        this.#dtr.set(false);
      },
    });
    this.#port = port;
    if (this.#persona.restartsOnDtr !== true) return succeed(port);
    const restart = (): void => void this.reboot();
    if (this.#dtr.set(dtr)) restart();
    port.control = controlDtr(this.#dtr, restart);
    return succeed(port);
  }

  /** Pulls the cable: the port is lost, the terminal goes on, and `connect` works again. */
  unplug(): void {
    this.#port?.lose();
  }

  powerOff(): void {
    this.#state = "off";
    this.#typed = "";
  }

  /** Switches it off and on. Resolves when it is up again. */
  async reboot(): Promise<void> {
    this.powerOff();
    await this.#surroundings.clock.delay(this.#bootTime);
    this.running = this.kept;
    this.#state = this.#begin();
    this.#say(this.#persona.banner);
    this.#ask();
  }

  #begin(): State {
    return this.#persona.login === null ? "open" : "user";
  }

  #hear(letter: string): void {
    if (this.#state === "off") return;
    if (this.#state === "paging") {
      this.#turnPage(letter);
      return;
    }
    // A line feed behind a carriage return is the same line's end.
    const isSecond = letter === "\n" && this.#last === "\r";
    this.#last = letter;
    if (isSecond) return;
    if (letter === "\r" || letter === "\n") {
      if (this.#persona.echo) this.#say(this.#persona.lineEnd);
      const line = this.#typed;
      this.#typed = "";
      this.#take(line);
    } else if (letter === "\x15") this.#typed = "";
    else if (this.#typed.length < longestLine) {
      this.#typed += letter;
      if (this.#persona.echo && this.#state !== "password") this.#say(letter);
    }
  }

  #take(line: string): void {
    if (this.#state === "user" || this.#state === "password") this.#logIn(line);
    else this.#obey(line);
  }

  #logIn(line: string): void {
    const { login, lineEnd } = this.#persona;
    if (this.#state === "user") {
      this.#user = line.trim();
      if (this.#user !== "") this.#state = "password";
    } else if (login && this.#user === login.user && line === login.password) this.#state = "open";
    else {
      this.#state = "user";
      this.#say(`Login incorrect${lineEnd}`);
    }
    this.#ask();
  }

  #obey(line: string): void {
    this.asked.push(line);
    const effect = this.#steps.take(line);
    if (effect?.kind === "reboot" || effect?.kind === "cut") return;
    const { lineEnd } = this.#persona;
    const answer = this.#persona.answer(line, this.running);
    if (effect?.kind === "fail" || effect?.kind === "disk-full") {
      this.#say(`${effect.kind === "fail" ? effect.message : "ERROR"}${lineEnd}`);
      this.#ask();
      return;
    }
    // Says what it would say, and does nothing.
    if (effect?.kind !== "lie") this.#carryOut(answer);
    this.#pages = [...(answer.lines ?? [])];
    this.#showPage();
    if (answer.next === "restart" && effect?.kind !== "lie") void this.reboot();
  }

  #carryOut({ change, keep, next }: Answer): void {
    this.running = { ...this.running, ...change };
    if (keep === true) this.kept = this.running;
    if (next === "log-out") this.#state = this.#begin();
  }

  #turnPage(letter: string): void {
    this.#say(`\r${" ".repeat(pagerQuestion.length)}\r`);
    if (letter === "q") this.#pages = [];
    this.#state = "open";
    this.#showPage();
  }

  #showPage(): void {
    const { page, lineEnd, lastEnd } = this.#persona;
    const lines = this.#pages.splice(0, page ?? this.#pages.length);
    const isLast = this.#pages.length === 0;
    if (lines.length > 0) this.#say(`${lines.join(lineEnd)}${isLast ? lastEnd : lineEnd}`);
    if (isLast) this.#ask();
    else {
      this.#state = "paging";
      this.#say(pagerQuestion);
    }
  }

  #ask(): void {
    if (this.#state === "user") this.#say("Username: ");
    else if (this.#state === "password") this.#say("Password: ");
    else if (this.#state === "open") this.#say(this.#persona.prompt);
  }

  /** What is said while nobody listens is gone. */
  #say(text: string): void {
    if (text === "" || this.#port === null || this.#state === "off") return;
    void this.#outward.send(this.#outwardFaults.pass(binaryToBytes(text)));
  }

  #arrive(event: LineEvent, take: (bytes: Uint8Array) => void): void {
    if (event.kind === "cut") this.unplug();
    else if (event.kind === "reboot") void this.reboot();
    else if (event.kind === "bytes") take(event.bytes);
  }
}
