// A serial port behind a device server that speaks RFC 2217 (ser2net, Moxa, Digi, ...) as a BytePort:
//
//   data <--> Telnet (FF doubled) <--> TCP <--> the server <--> its serial port
//                 option 44: baud rate, data bits, parity, stop bits, flow control; break; DTR, RTS; CTS, DSR, RI, DCD
//
// It is open when the server has answered that every line setting holds, and not before: a server that says another rate
// than was asked for would turn everything into garbage.
import type { BytePort, LineControl, LineSettings, ModemLines } from "../core/bytes/byte-port.ts";
import { binaryToBytes, bytesToBinary } from "../core/bytes/binary-text.ts";
import { PortEars } from "../core/bytes/port-ears.ts";
import { type Failure, FailureError, makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import {
  escapeTelnet,
  printNegotiation,
  printSubnegotiation,
  TelnetFramer,
  type TelnetVerb,
} from "../core/frames/telnet.ts";
import {
  comPortOption,
  type ComPortRequest,
  modemStateNotice,
  printBreak,
  printLineRequests,
  printModemLine,
  printRate,
  readModemState,
  watchModemLines,
} from "./com-port-option.ts";
import { openTcp } from "./open-tcp.ts";

const binaryOption = 0;
const suppressGoAhead = 3;
const wantedOptions: readonly number[] = [binaryOption, suppressGoAhead, comPortOption];

/** Milliseconds that a server may take to answer one question; some pass it on to a slow port. */
const answerPatience = 3000;
/** Milliseconds for what a port may not have: a pseudo-terminal has no DTR, and its server stays silent. */
const linePatience = 500;

/** A server hangs up when somebody else has the port, and for a moment after the last one has let go of it. */
const attempts = 4;
const pause = 150;

/** `name` is `rfc2217:HOST:PORT`. */
export async function openRfc2217(name: string, line: LineSettings, signal: AbortSignal): Promise<Result<BytePort>> {
  for (let attempt = 1; ; attempt++) {
    const opened = await openOnce(name, line, signal);
    if (opened.ok || opened.failure.code !== "port-busy" || attempt === attempts) return opened;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function openOnce(name: string, line: LineSettings, signal: AbortSignal): Promise<Result<BytePort>> {
  const raw = await openTcp(name, signal);
  if (!raw.ok) return raw;
  const port = new Rfc2217Port(raw.value);
  const failure = await port.negotiate(line, signal);
  if (failure) await port.close();
  return failure ? fail(failure) : succeed(port);
}

class Rfc2217Port implements BytePort, LineControl {
  readonly control: LineControl = this;
  readonly #raw: BytePort;
  readonly #ears = new PortEars();
  readonly #framer = new TelnetFramer();
  /** What each side has agreed to, so that nothing is agreed to twice: that would go on for ever. */
  readonly #agreed = new Set<string>();
  readonly #waiting = new Set<(answer: string) => void>();
  #modem: ModemLines = { cts: null, dsr: null, ri: null, dcd: null };

  constructor(raw: BytePort) {
    this.#raw = raw;
    raw.onBytes((bytes) => this.#hear(bytes));
    void raw.closed.then((failure) => this.#ears.close(failure));
  }

  get name(): string {
    return this.#raw.name;
  }

  get closed(): Promise<Failure | null> {
    return this.#ears.closed;
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#ears.onBytes(listener);
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.#send(escapeTelnet(bytesToBinary(bytes)));
  }

  async close(): Promise<void> {
    this.#ears.close(null);
    await this.#raw.close();
  }

  async negotiate(line: LineSettings, signal: AbortSignal): Promise<Failure | null> {
    try {
      return await this.#agreeOnLine(line, signal);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return makeFailure("port-busy", { port: this.name });
    }
  }

  async #agreeOnLine(line: LineSettings, signal: AbortSignal): Promise<Failure | null> {
    for (const option of wantedOptions) await this.#agree("will", option);
    for (const option of [binaryOption, suppressGoAhead]) await this.#agree("do", option);
    // First of all: a terminal that restarts on DTR must not see it while the rest is agreed on.
    if (!line.dtr) await this.setLine("dtr", false);
    if (!line.rts) await this.setLine("rts", false);
    for (const request of printLineRequests(line)) {
      const answer = await this.#ask(request, { patience: answerPatience, signal });
      if (signal.aborted) return makeFailure("cancelled");
      if (answer === request.answer) continue;
      if (this.#ears.isClosed) return makeFailure("port-busy", { port: this.name });
      const reason = answer === null ? "the server does not answer as RFC 2217 says" : `no ${request.setting}`;
      return makeFailure("port-unusable", { port: this.name, reason });
    }
    await this.#send(printSubnegotiation(comPortOption, watchModemLines.binary));
    return null;
  }

  async setLine(line: "dtr" | "rts", isOn: boolean): Promise<boolean> {
    const request = printModemLine(line, isOn);
    return (await this.#ask(request, { patience: linePatience })) === request.answer;
  }

  async setRate(baudRate: number): Promise<boolean> {
    const request = printRate(baudRate);
    return (await this.#ask(request, { patience: answerPatience })) === request.answer;
  }

  readLines(): Promise<ModemLines> {
    return Promise.resolve(this.#modem);
  }

  async sendBreak(milliseconds: number): Promise<boolean> {
    const begun = printBreak(true);
    const isHeld = (await this.#ask(begun, { patience: linePatience })) === begun.answer;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await this.#ask(printBreak(false), { patience: linePatience });
    return isHeld;
  }

  #hear(bytes: Uint8Array): void {
    for (const frame of this.#framer.push(bytesToBinary(bytes))) {
      if (frame.kind === "data") this.#ears.hear(binaryToBytes(frame.binary));
      else if (frame.kind === "negotiation") void this.#answer(frame.verb, frame.option).catch(() => undefined);
      else if (frame.kind === "subnegotiation" && frame.option === comPortOption) this.#hearOption(frame.binary);
    }
  }

  #hearOption(binary: string): void {
    if (binary.charCodeAt(0) === modemStateNotice && binary.length > 1)
      this.#modem = readModemState(binary.charCodeAt(1));
    for (const hear of [...this.#waiting]) hear(binary);
  }

  /** Agrees to what is wanted and refuses everything else; a refusal needs no answer. */
  async #answer(verb: TelnetVerb, option: number): Promise<void> {
    const isWanted = wantedOptions.includes(option);
    if (verb === "do") await this.#agree(isWanted ? "will" : "wont", option);
    if (verb === "will") await this.#agree(isWanted && option !== comPortOption ? "do" : "dont", option);
  }

  async #agree(verb: TelnetVerb, option: number): Promise<void> {
    const key = `${verb} ${option}`;
    if (this.#agreed.has(key)) return;
    this.#agreed.add(key);
    await this.#send(printNegotiation(verb, option));
  }

  /** The answer to a question, of the same kind; null when none came in time. */
  async #ask(request: ComPortRequest, limits: { patience: number; signal?: AbortSignal }): Promise<string | null> {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const hear = (answer: string): void => {
      if (answer[0] === request.answer[0]) resolve(answer);
    };
    const giveUp = (): void => resolve(null);
    this.#waiting.add(hear);
    const timer = setTimeout(giveUp, limits.patience);
    limits.signal?.addEventListener("abort", giveUp, { once: true });
    void this.#ears.closed.then(giveUp);
    try {
      await this.#send(printSubnegotiation(comPortOption, request.binary));
      return await promise;
    } finally {
      clearTimeout(timer);
      limits.signal?.removeEventListener("abort", giveUp);
      this.#waiting.delete(hear);
    }
  }

  async #send(binary: string): Promise<void> {
    if (this.#ears.isClosed) throw new FailureError(makeFailure("port-lost", { port: this.name }));
    await this.#raw.write(binaryToBytes(binary));
  }
}
