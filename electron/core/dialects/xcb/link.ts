// Streams over one line, as the bridge multiplexes them:
//
//   CNXN(version, 4096, "host::\0")  -->            <-- CNXN(version, 4096, "device::\0")
//   OPEN(local, 0, "devinfo:\0")     -->            <-- OKAY(remote, local), or CLSE(0, local): refused
//   WRTE(local, remote, ...)         -->            <-- OKAY(remote, local)      one WRTE under way in each direction
//   OKAY(local, remote)              -->            <-- WRTE(remote, local, ...)
//   CLSE(0, remote)                  -->            <-- CLSE(remote, local)
//
// The protocol repeats nothing: damage on the line breaks every stream (`frame-corrupt`), and a new greeting begins
// afresh. A lost line rejects; silence and refusals are results. The forms are those of the vendor's client 1.0.26.
import type { BytePort } from "../../bytes/byte-port.ts";
import { binaryToBytes, bytesToBinary } from "../../bytes/binary-text.ts";
import type { Surroundings } from "../../bytes/surroundings.ts";
import { type Failure, FailureError, makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { type AdbMessage, AdbMessageFramer, printAdbMessage } from "../../frames/adb-message.ts";
import { probes } from "../probes.ts";
import { Bell, type Terms } from "../bell.ts";
import { nameService, type Service } from "./services.ts";
import { XcbStream } from "./stream.ts";

export class XcbLink {
  readonly port: BytePort;
  readonly bell: Bell;
  #framer = new AdbMessageFramer();
  /** `device`, `bootloader`, `offline`; null until the device has greeted back. */
  #state: string | null = null;
  #broken: Failure | null = null;
  #lost: FailureError | null = null;
  readonly #streams = new Map<number, XcbStream>();
  #lastId = 0;

  constructor(port: BytePort, { clock }: Surroundings) {
    this.port = port;
    this.bell = new Bell(clock);
    port.onBytes((bytes) => this.#hear(bytesToBinary(bytes)));
    void port.closed.then((failure) => {
      this.#lost = new FailureError(failure ?? makeFailure("port-lost", { port: port.name }));
      this.bell.ring();
    });
  }

  get isUp(): boolean {
    return this.#state !== null && this.#broken === null;
  }

  /** Greets, and returns the state that the device greets back with. What was under way is forgotten by both. */
  async connect(terms: Terms): Promise<Result<string>> {
    this.#framer = new AdbMessageFramer();
    this.#broken = null;
    this.#state = null;
    for (const stream of this.#streams.values()) stream.end(makeFailure("terminal-restarted", { step: terms.step }));
    this.#streams.clear();
    await this.#send(probes["adb-connect"].bytes);
    const answered = await this.#until(() => this.#state ?? this.#broken, terms);
    if (answered === null) return fail(makeFailure("no-answer", { port: this.port.name }));
    return typeof answered === "string" ? succeed(answered) : fail(answered);
  }

  /** The next question is to greet first. */
  startOver(): void {
    this.#state = null;
  }

  async open(service: Service, terms: Terms): Promise<Result<XcbStream>> {
    if (this.#broken) return fail(this.#broken);
    this.#lastId += 1;
    const stream = new XcbStream(this.#lastId, {
      until: (look, waiting) => this.#until(look, waiting),
      send: (message) => this.#send(printAdbMessage(message)),
      sendSoon: (message) => this.#sendSoon(message),
      forget: (id) => this.#streams.delete(id),
    });
    this.#streams.set(stream.id, stream);
    await this.#send(printAdbMessage({ command: "OPEN", arg0: stream.id, arg1: 0, payload: nameService(service) }));
    const failure = await stream.untilOpen(service, terms);
    if (failure) this.#streams.delete(stream.id);
    return failure ? fail(failure) : succeed(stream);
  }

  #until<Found>(look: () => Found | null, terms: Terms): Promise<Found | null> {
    return this.bell.until(() => {
      const found = look();
      if (found === null && this.#lost) throw this.#lost;
      return found;
    }, terms);
  }

  async #send(binary: string): Promise<void> {
    if (this.#lost) throw this.#lost;
    await this.port.write(binaryToBytes(binary));
  }

  /** From within a listener: a write that fails is a lost line, which the port reports by itself. */
  #sendSoon(message: Omit<AdbMessage, "kind">): void {
    this.#send(printAdbMessage(message)).catch(() => undefined);
  }

  #hear(binary: string): void {
    for (const frame of this.#framer.push(binary)) {
      if (frame.kind === "message") this.#take(frame);
      // Before the device has greeted, the line may still carry what was meant for somebody else.
      else if (this.#state !== null) this.#break(makeFailure("frame-corrupt", { tries: 1 }));
    }
    this.bell.ring();
  }

  #take(message: AdbMessage): void {
    const stream = this.#streams.get(message.arg1);
    switch (message.command) {
      case "CNXN":
        // A line that echoes gives back what this side has said.
        if (message.payload.startsWith("host:")) break;
        if (this.#state === null) this.#state = readState(message.payload);
        else this.#break(makeFailure("terminal-restarted", { step: "xcb" }));
        break;
      case "AUTH":
        this.#break(makeFailure("android-bridge", { port: this.port.name }));
        break;
      case "OKAY":
        stream?.acknowledge(message.arg0);
        break;
      case "WRTE":
        if (stream) stream.receive(message.arg0, message.payload);
        else this.#refuse(message.arg0);
        break;
      case "CLSE":
        stream?.end(null);
        // The vendor's client answers a close with one; not a refusal, which opened nothing.
        if (stream?.isOpened === true) this.#refuse(message.arg0);
        this.#streams.delete(message.arg1);
        break;
      case "OPEN":
        // The terminal has nothing to open on this side.
        this.#refuse(message.arg0);
        break;
    }
  }

  #refuse(remote: number): void {
    this.#sendSoon({ command: "CLSE", arg0: 0, arg1: remote, payload: "" });
  }

  #break(failure: Failure): void {
    this.#broken ??= failure;
    for (const stream of this.#streams.values()) stream.end(failure);
    this.#streams.clear();
  }
}

/** The device's banner is `STATE:SERIAL:NAME`; XCB leaves the last two empty. */
function readState(banner: string): string {
  const [state = ""] = banner.split(":");
  return state.replace(/[^\w-]/g, "").slice(0, 32) || "device";
}
