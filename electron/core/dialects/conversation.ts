// One side of a dialogue over a port: what was heard since, what is sent, and waits that always end.
//
//   port --bytes--> framers
//              \--> LineEnds --> heard (bounded) --> look(heard) --> an answer, or null at the deadline
//
// A lost line or an abort rejects (convention 7: lost input and output throws); silence does not.
import type { BytePort } from "../bytes/byte-port.ts";
import { binaryToBytes, bytesToBinary } from "../bytes/binary-text.ts";
import type { Clock, RandomBytes, Surroundings } from "../bytes/surroundings.ts";
import { FailureError, makeFailure } from "../failures/failure.ts";
import { LineEnds } from "../frames/console-text.ts";

/** Characters kept; older ones are dropped, so that a chattering terminal cannot fill the memory. */
const heardLimit = 64 * 1024;

export interface Wait {
  /** Milliseconds from now. */
  readonly within: number;
  readonly signal: AbortSignal;
}

export class Conversation {
  readonly port: BytePort;
  readonly clock: Clock;
  readonly random: RandomBytes;
  #heard = "";
  #lastHeardAt: number;
  readonly #lineEnds = new LineEnds();
  readonly #ears = new Set<(text: string) => void>();
  #lost: FailureError | null = null;

  constructor(port: BytePort, surroundings: Surroundings) {
    this.port = port;
    this.clock = surroundings.clock;
    this.random = surroundings.random;
    this.#lastHeardAt = this.clock.now();
    port.onBytes((bytes) => this.#hear(bytes));
    void port.closed.then((failure) => {
      this.#lost = new FailureError(failure ?? makeFailure("port-lost", { port: port.name }));
      for (const ear of [...this.#ears]) ear("");
    });
  }

  /** What was heard since `forget`, one character per byte, line ends as LF. */
  get heard(): string {
    return this.#heard;
  }

  /** Milliseconds since the last byte. */
  get quietFor(): number {
    return this.clock.now() - this.#lastHeardAt;
  }

  forget(): void {
    this.#heard = "";
  }

  /** Sends a binary string. With a pace, in pieces with a rest after each, for terminals that lose pasted characters. */
  async send(binary: string, pace: Pace | null = null): Promise<void> {
    if (this.#lost) throw this.#lost;
    const bytes = binaryToBytes(binary);
    if (!pace) return this.port.write(bytes);
    for (let at = 0; at < bytes.length; at += pace.bytes) {
      await this.port.write(bytes.subarray(at, at + pace.bytes));
      await this.clock.delay(pace.rest);
    }
  }

  /** Hears every piece of text from now on, line ends as they come; for framers. */
  onText(ear: (text: string) => void): () => void {
    this.#ears.add(ear);
    return () => this.#ears.delete(ear);
  }

  /**
   * Calls `look` now and whenever something arrives (with "" when the line is lost), until it returns something.
   * Null when `within` is over first.
   */
  async waitFor<Found>(look: (text: string) => Found | null, wait: Wait): Promise<Found | null> {
    if (wait.signal.aborted) throw cancelled();
    const deadline = new AbortController();
    let stop: () => void = () => undefined;
    const found = new Promise<Found | null>((resolve, reject) => {
      const check = (text: string): void => {
        const result = look(text);
        if (result !== null) resolve(result);
        else if (this.#lost) reject(this.#lost);
      };
      const onAbort = (): void => reject(cancelled());
      const off = this.onText(check);
      wait.signal.addEventListener("abort", onAbort);
      stop = () => {
        off();
        wait.signal.removeEventListener("abort", onAbort);
        deadline.abort();
      };
      check("");
    });
    const late = this.clock.delay(wait.within, deadline.signal).then(
      () => null,
      () => null,
    );
    return Promise.race([found, late]).finally(stop);
  }

  /** Waits until nothing was heard for `quiet` milliseconds; false when that does not happen within the wait. */
  async waitForQuiet(quiet: number, wait: Wait): Promise<boolean> {
    const deadline = this.clock.now() + wait.within;
    for (;;) {
      if (this.#lost) throw this.#lost;
      if (wait.signal.aborted) throw cancelled();
      const missing = quiet - this.quietFor;
      if (missing <= 0) return true;
      if (this.clock.now() + missing > deadline) return false;
      // The loop says what ended the delay early.
      await this.clock.delay(missing, wait.signal).catch(() => undefined);
    }
  }

  #hear(bytes: Uint8Array): void {
    const raw = bytesToBinary(bytes);
    this.#lastHeardAt = this.clock.now();
    this.#heard = (this.#heard + this.#lineEnds.push(raw)).slice(-heardLimit);
    for (const ear of [...this.#ears]) ear(raw);
  }
}

/** How gently something is pasted. */
export interface Pace {
  readonly bytes: number;
  /** Milliseconds after each piece. */
  readonly rest: number;
}

function cancelled(): FailureError {
  return new FailureError(makeFailure("cancelled"));
}
