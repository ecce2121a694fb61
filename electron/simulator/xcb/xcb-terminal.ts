// A simulated terminal behind an XCB bridge, and the line to it.
//
//   port.write --> faults, pace --> [ framer, streams ] --> devinfo: | logcat: | installer: | reboot:
//   onBytes    <-- faults, pace <--
//
// Everything else is refused with CLSE, as a production unit refuses a shell. `disableme:` is, too: it is counted, so
// that a test can say that it never came.
import { binaryToBytes, bytesToBinary } from "../../core/bytes/binary-text.ts";
import type { BytePort } from "../../core/bytes/byte-port.ts";
import type { Surroundings } from "../../core/bytes/surroundings.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { DelayedLine } from "../delayed-line.ts";
import { FaultyLine, type LineEvent, type TerminalFaults } from "../faults.ts";
import { StepFaults } from "../step-faults.ts";
import { TerminalPort } from "../terminal-port.ts";
import { DeviceLink, type DeviceService } from "./device-link.ts";
import { serveFiles } from "./file-service.ts";
import { serveLog } from "./log-service.ts";
import { Unit, type UnitProfile } from "./unit.ts";

export interface XcbTerminalOptions {
  readonly faults?: TerminalFaults;
  /** Milliseconds on the way, in each direction. */
  readonly latency?: number;
  /** Speed of the line in each direction; unlimited when left out. */
  readonly bytesPerSecond?: number;
  /** Milliseconds that a restart takes. */
  readonly bootTime?: number;
}

const defaultBootTime = 3000;
/** Milliseconds between the answer to `reboot:` and the end. */
const goingDown = 100;

export class XcbTerminal {
  readonly name: string;
  readonly unit: Unit;
  /** Every service that was asked for, in order. */
  readonly asked: string[] = [];
  readonly #surroundings: Surroundings;
  readonly #bootTime: number;
  readonly #steps: StepFaults;
  readonly #link: DeviceLink;
  readonly #inward: DelayedLine;
  readonly #outward: DelayedLine;
  readonly #inwardFaults: FaultyLine;
  readonly #outwardFaults: FaultyLine;
  #port: TerminalPort | null = null;
  #isUp = true;

  constructor(name: string, parts: { surroundings: Surroundings; profile: UnitProfile }, options: XcbTerminalOptions) {
    const { clock } = parts.surroundings;
    const faults = options.faults ?? {};
    this.name = name;
    this.unit = new Unit(parts.profile, () => clock.wallTime());
    this.#surroundings = parts.surroundings;
    this.#bootTime = options.bootTime ?? defaultBootTime;
    this.#steps = new StepFaults(faults.steps ?? []);
    this.#steps.armed = true;
    this.#steps.onEvent = (event) => {
      if (event === "cut") this.unplug();
      else if (event === "reboot") void this.reboot();
      else this.unit.say(`I/KERNEL: ${event.message}`);
    };
    this.#inwardFaults = new FaultyLine("to-terminal", faults);
    this.#outwardFaults = new FaultyLine("from-terminal", faults);
    const speed = { latency: options.latency ?? 0, bytesPerSecond: options.bytesPerSecond ?? null };
    this.#inward = new DelayedLine(clock, speed, (event) =>
      this.#arrive(event, (bytes) => this.#isUp && this.#link.hear(bytesToBinary(bytes))),
    );
    this.#outward = new DelayedLine(clock, speed, (event) =>
      this.#arrive(event, (bytes) => this.#port?.deliver(bytes)),
    );
    this.#link = new DeviceLink(
      (binary) => this.#say(binary),
      (service) => this.#findService(service),
      () => "device",
    );
  }

  /** Opens the line. One at a time: `port-busy` until the port before is closed. */
  connect(): Result<BytePort> {
    if (this.#port !== null) return fail(makeFailure("port-busy", { port: this.name }));
    const port = new TerminalPort(this.name, {
      send: (bytes) => this.#inward.send(this.#inwardFaults.pass(bytes)),
      release: () => {
        this.#port = null;
        this.#link.reset();
      },
    });
    this.#port = port;
    return succeed(port);
  }

  /** Pulls the cable: the port is lost, the terminal goes on, and `connect` works again. */
  unplug(): void {
    this.#port?.lose();
  }

  powerOff(): void {
    this.#isUp = false;
    this.#link.reset();
  }

  /** Switches it off and on: its temporary folder is empty then. Resolves when it is up again. */
  async reboot(): Promise<void> {
    this.powerOff();
    for (const path of [...this.unit.files.keys()]) if (path.startsWith("/tmp/")) this.unit.files.delete(path);
    await this.#surroundings.clock.delay(this.#bootTime);
    this.#isUp = true;
  }

  #findService(name: string): DeviceService | null {
    this.asked.push(name);
    const effect = this.#steps.take(name);
    if (effect?.kind === "fail") return null;
    if (name === "devinfo:") {
      return async (stream) => {
        await stream.write(this.unit.profile.document);
      };
    }
    if (name === "logcat:") return (stream) => serveLog(this.unit, () => this.#stamp(), stream);
    if (name === "installer:") return (stream) => serveFiles(this.unit, this.#steps, stream);
    if (name.startsWith("reboot:")) {
      // The stream is closed before the terminal goes down.
      return async () => {
        await Promise.resolve();
        void this.#surroundings.clock.delay(goingDown).then(() => this.reboot());
      };
    }
    return null;
  }

  /** As `-v time` shows it. */
  #stamp(): string {
    return new Date(this.#surroundings.clock.wallTime()).toISOString().slice(5, 23).replace("T", " ");
  }

  /** What is said while nobody listens is gone. */
  #say(binary: string): void {
    if (this.#port !== null && this.#isUp) void this.#outward.send(this.#outwardFaults.pass(binaryToBytes(binary)));
  }

  #arrive(event: LineEvent, take: (bytes: Uint8Array) => void): void {
    if (event.kind === "cut") this.unplug();
    else if (event.kind === "reboot") void this.reboot();
    else if (event.kind === "bytes") take(event.bytes);
  }
}
