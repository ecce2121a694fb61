// One console on one port:
//
//   port --> UTF-8 --> masked (StreamRedactor) --> a bounded buffer --> hear()        type() --> guard --> paced --> port
//
// Who hears too slowly loses the oldest text, is told how much, and holds nothing up.
import type { BytePort } from "../../core/bytes/byte-port.ts";
import type { Clock } from "../../core/bytes/surroundings.ts";
import { Bell } from "../../core/dialects/bell.ts";
import { pinTry } from "../../core/dialects/forbidden.ts";
import { TypedLines } from "../../core/dialects/typed-lines.ts";
import { type Failure, FailureError, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { StreamRedactor } from "../../core/logs/redaction/stream-redactor.ts";

/** Characters: of what nobody has heard yet, and of one answer. */
const mostWaiting = 256 * 1024;
const mostAtOnce = 64 * 1024;
/** Milliseconds: pieces of one moment are heard together; a line that rests is shown; a dump that rests has ended. */
const gathering = 15;
const resting = 40;
const dumpResting = 500;
/** A hear that nothing comes for answers with nothing, so that the other side can see that it is still heard. */
const patience = 20_000;
/** Pasted text goes in pieces with a rest after each: small terminals lose what comes faster. */
const pace = { bytes: 32, rest: 12 } as const;

/** Where a PIN goes instead. */
const countedTries = {
  en: "The third wrong PIN locks a SIM card, and here nobody counts the tries. Nothing was sent. Close the console and enter it as a setting: counterpart push --set-secret cellular.pin=env:VARIABLE",
  "zh-CN":
    "PIN 输错三次，SIM 卡就会锁住，而控制台不计次数。没有发送任何内容。请关闭控制台，把它作为设置输入：counterpart push --set-secret cellular.pin=env:变量",
};

export interface Heard {
  readonly at: string;
  readonly text: string;
  readonly skipped: number;
  readonly ended: boolean;
  readonly failure: Failure | null;
}

export class ConsoleLine {
  readonly port: BytePort;
  readonly isTyping: boolean;
  readonly #clock: Clock;
  readonly #bell: Bell;
  readonly #redactor = new StreamRedactor();
  readonly #decoder = new TextDecoder();
  readonly #typed = new TypedLines();
  readonly #off: () => void;
  readonly #stop = new AbortController();
  #waiting: string[] = [];
  #length = 0;
  #skipped = 0;
  #lastHeardAt = 0;
  #isResting = true;
  #failure: Failure | null = null;
  #isEnded = false;
  #typing: Promise<void> = Promise.resolve();

  /** `isTyping`: the port is this console's own, and is closed with it; else it only watches. */
  constructor(port: BytePort, isTyping: boolean, clock: Clock) {
    this.port = port;
    this.isTyping = isTyping;
    this.#clock = clock;
    this.#bell = new Bell(clock);
    this.#off = port.onBytes((bytes) => this.#hear(bytes));
    void port.closed.then((failure) => this.#end(failure));
  }

  async hear(signal: AbortSignal): Promise<Heard> {
    const look = (): true | null => (this.#length > 0 || this.#isEnded ? true : null);
    const came = await this.#bell.until(look, { step: "console", within: patience, signal });
    if (came && !this.#isEnded) await this.#clock.delay(gathering, signal).catch(() => undefined);
    const text = this.#takeWaiting();
    const skipped = this.#skipped;
    this.#skipped = 0;
    const ended = this.#isEnded && this.#length === 0;
    return { at: new Date(this.#clock.wallTime()).toISOString(), text, skipped, ended, failure: this.#failure };
  }

  /** `console-watching` where a session has the line; `command-forbidden`; rejects when the line is lost. */
  async type(text: string): Promise<Result<Record<string, never>>> {
    if (!this.isTyping) return fail(makeFailure("console-watching", { port: this.port.name }));
    const forbidden = this.#typed.take(text);
    if (forbidden === pinTry)
      return fail({ ...makeFailure("command-forbidden", { command: pinTry }), message: countedTries });
    if (forbidden !== null) return fail(makeFailure("command-forbidden", { command: forbidden }));
    const sent = this.#typing.then(() => this.#send(new TextEncoder().encode(text)));
    // One that failed must not keep the next from being tried.
    this.#typing = sent.catch(() => undefined);
    try {
      await sent;
      return succeed({});
    } catch (error) {
      if (error instanceof FailureError) return fail(error.failure);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#off();
    this.#end(null);
    if (this.isTyping) await this.port.close();
  }

  async #send(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length && !this.#isEnded; at += pace.bytes) {
      await this.port.write(bytes.subarray(at, at + pace.bytes));
      if (at + pace.bytes < bytes.length) await this.#clock.delay(pace.rest);
    }
  }

  #hear(bytes: Uint8Array): void {
    this.#lastHeardAt = this.#clock.now();
    this.#show(this.#redactor.push(this.#decoder.decode(bytes, { stream: true })));
    if (this.#isResting) void this.#watchRest();
  }

  /** One watch for all that comes until the line has rested for long. */
  async #watchRest(): Promise<void> {
    this.#isResting = false;
    for (let isLong = false; !isLong && !this.#isEnded; ) {
      await this.#clock.delay(resting, this.#stop.signal).catch(() => undefined);
      const quiet = this.#clock.now() - this.#lastHeardAt;
      isLong = quiet >= dumpResting;
      if (quiet >= resting && !this.#isEnded) this.#show(this.#redactor.rest(isLong));
    }
    this.#isResting = true;
  }

  #show(text: string): void {
    if (text === "") return;
    this.#waiting.push(text);
    this.#length += text.length;
    while (this.#length > mostWaiting) {
      const oldest = this.#waiting.shift()?.length ?? 0;
      this.#length -= oldest;
      this.#skipped += oldest;
    }
    this.#bell.ring();
  }

  #takeWaiting(): string {
    let count = 0;
    for (let size = 0; count < this.#waiting.length && size < mostAtOnce; count++) {
      size += this.#waiting[count]?.length ?? 0;
    }
    const text = this.#waiting.splice(0, count).join("");
    this.#length -= text.length;
    return text;
  }

  #end(failure: Failure | null): void {
    if (this.#isEnded) return;
    this.#show(this.#redactor.end());
    this.#isEnded = true;
    this.#failure = failure;
    this.#stop.abort();
    this.#bell.ring();
  }
}
