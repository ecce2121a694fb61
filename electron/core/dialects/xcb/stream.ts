// One stream of the bridge. What arrives is acknowledged as it is taken, two messages ahead at most, so that a terminal
// that logs faster than it is read waits instead of filling the memory.
import { type Failure, makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { type AdbMessage, adbPayloadLimit } from "../../frames/adb-message.ts";
import type { Terms } from "../bell.ts";

type Message = Omit<AdbMessage, "kind">;

/** What a stream may ask of its link. */
export interface StreamSide {
  readonly until: <Found>(look: () => Found | null, terms: Terms) => Promise<Found | null>;
  readonly send: (message: Message) => Promise<void>;
  readonly sendSoon: (message: Message) => void;
  readonly forget: (id: number) => void;
}

/** Messages that are acknowledged before anybody has taken them. */
const ahead = 2;

/** Messages that a terminal may send without waiting for that; one that goes on is not speaking this protocol. */
const patience = 32;

export class XcbStream {
  readonly id: number;
  readonly #side: StreamSide;
  #remote: number | null = null;
  #acknowledged = 0;
  #sent = 0;
  readonly #waiting: string[] = [];
  #unacknowledged = 0;
  #ended: { readonly failure: Failure | null } | null = null;

  constructor(id: number, side: StreamSide) {
    this.id = id;
    this.#side = side;
  }

  get isOpened(): boolean {
    return this.#remote !== null;
  }

  /** Null when it is open, else why it is not. */
  async untilOpen(service: string, terms: Terms): Promise<Failure | null> {
    const look = (): "open" | "over" | null => (this.#remote !== null ? "open" : this.#ended ? "over" : null);
    const seen = await this.#side.until(look, terms);
    if (seen === "open") return null;
    if (seen === null) return this.#isLate(terms);
    return this.#ended?.failure ?? makeFailure("service-refused", { service });
  }

  /** The next piece, one character per byte; null when the terminal has closed the stream and everything was taken. */
  async read(terms: Terms): Promise<Result<string | null>> {
    const seen = await this.#side.until(() => this.#waiting[0] ?? (this.#ended ? "" : null), terms);
    if (seen === null) return fail(this.#isLate(terms));
    const piece = this.#waiting.shift();
    if (piece === undefined) return this.#ended?.failure ? fail(this.#ended.failure) : succeed(null);
    if (this.#unacknowledged > 0 && !this.#ended) {
      this.#unacknowledged -= 1;
      await this.#side.send(this.#message("OKAY"));
    }
    return succeed(piece);
  }

  /** Resolves when the terminal has taken all of it; `onProgress` is told how many bytes it has taken. */
  async write(text: string, terms: Terms, onProgress?: (bytes: number) => void): Promise<Result<null>> {
    for (let at = 0; at < text.length; at += adbPayloadLimit) {
      if (this.#ended) return fail(this.#isOver(terms));
      const payload = text.slice(at, at + adbPayloadLimit);
      this.#sent += 1;
      await this.#side.send(this.#message("WRTE", payload));
      const look = (): "taken" | "over" | null =>
        this.#acknowledged >= this.#sent ? "taken" : this.#ended ? "over" : null;
      const seen = await this.#side.until(look, terms);
      if (seen === null) return fail(this.#isLate(terms));
      if (seen === "over") return fail(this.#isOver(terms));
      onProgress?.(at + payload.length);
    }
    return succeed(null);
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    this.end(null);
    this.#side.forget(this.id);
    if (this.#remote !== null) {
      await this.#side.send({ command: "CLSE", arg0: 0, arg1: this.#remote, payload: "" });
    }
  }

  /** The terminal's OKAY: the first one opens the stream, the others answer what was written. */
  acknowledge(remote: number): void {
    if (this.#remote === null) this.#remote = remote;
    else if (this.#acknowledged < this.#sent) this.#acknowledged += 1;
  }

  receive(remote: number, payload: string): void {
    if (this.#ended) return;
    this.#remote ??= remote;
    if (this.#waiting.length >= patience) {
      this.end(makeFailure("answer-unreadable", { step: "flow control" }));
      return;
    }
    this.#waiting.push(payload);
    if (this.#waiting.length <= ahead) this.#side.sendSoon(this.#message("OKAY"));
    else this.#unacknowledged += 1;
  }

  end(failure: Failure | null): void {
    this.#ended ??= { failure };
  }

  #message(command: "OKAY" | "WRTE", payload = ""): Message {
    return { command, arg0: this.id, arg1: this.#remote ?? 0, payload };
  }

  #isOver({ step }: Terms): Failure {
    return this.#ended?.failure ?? makeFailure("stream-closed", { step });
  }

  #isLate({ step, within }: Terms): Failure {
    return makeFailure("timed-out", { seconds: Math.round(within / 1000), step });
  }
}
