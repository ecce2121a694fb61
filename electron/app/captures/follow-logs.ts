// A log followed for somebody who reads at a speed of their own: masked lines wait here, up to a bound. Beyond it the
// terminal is made to wait where its line can do that, and the oldest lines go, counted, where it cannot.
import { Redactor } from "../../core/logs/redaction/redactor.ts";

/** Characters. */
const mostWaiting = 2 * 1024 * 1024;
/** Milliseconds that a terminal may be made to wait before lines go. */
const patience = 5_000;
/** Milliseconds after which a dump that has stopped is taken for finished. */
const dumpRest = 1_000;
const mostGiven = 2_000;

export interface FollowedLines {
  readonly lines: readonly string[];
  readonly lost: number;
  readonly redactions: number;
  readonly over: boolean;
}

export class FollowedLog {
  readonly #delay: (milliseconds: number) => Promise<void>;
  readonly #redactor = new Redactor();
  #waiting: string[] = [];
  #size = 0;
  #lost = 0;
  /** Of what was masked so far: this much was told. */
  #told = 0;
  #pushed = 0;
  #isOver = false;
  #ring = Promise.withResolvers<null>();

  constructor(delay: (milliseconds: number) => Promise<void>) {
    this.#delay = delay;
  }

  /** Resolves when there is room again, or when waiting is of no use any more. */
  async offer(lines: readonly string[], lost: number): Promise<void> {
    this.#lost += lost;
    for (const line of lines) this.#keep(this.#redactor.push(line));
    this.#pushed += 1;
    this.#wake();
    if (this.#redactor.isWaiting) void this.#endDump(this.#pushed);
    const deadline = this.#delay(patience).then(() => "late" as const);
    while (this.#size > mostWaiting && !this.#isOver) {
      if ((await Promise.race([this.#ring.promise, deadline])) === "late") this.#drop();
    }
  }

  /** Waits for lines; empty only when it is over. */
  async take(signal: AbortSignal): Promise<FollowedLines> {
    const stopped = Promise.withResolvers<null>();
    const onAbort = (): void => stopped.resolve(null);
    signal.addEventListener("abort", onAbort, { once: true });
    while (this.#waiting.length === 0 && !this.#isOver && !signal.aborted) {
      await Promise.race([this.#ring.promise, stopped.promise]);
    }
    signal.removeEventListener("abort", onAbort);
    const lines = this.#waiting.splice(0, mostGiven);
    const lost = this.#lost;
    const masked = Object.values(this.#redactor.counts).reduce((sum, each) => sum + each, 0);
    const redactions = masked - this.#told;
    this.#told = masked;
    this.#lost = 0;
    this.#size = this.#waiting.reduce((sum, line) => sum + line.length, 0);
    this.#wake();
    return { lines, lost, redactions, over: this.#isOver && this.#waiting.length === 0 };
  }

  end(): void {
    this.#keep(this.#redactor.end());
    this.#isOver = true;
    this.#wake();
  }

  async #endDump(pushed: number): Promise<void> {
    await this.#delay(dumpRest);
    if (pushed !== this.#pushed || this.#isOver) return;
    this.#keep(this.#redactor.end());
    this.#wake();
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      this.#waiting.push(line);
      this.#size += line.length;
    }
  }

  #drop(): void {
    while (this.#size > mostWaiting / 2) {
      this.#size -= this.#waiting.shift()?.length ?? this.#size;
      this.#lost += 1;
    }
  }

  #wake(): void {
    this.#ring.resolve(null);
    this.#ring = Promise.withResolvers<null>();
  }
}
