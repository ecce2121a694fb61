// Writes that are asked for in the same turn of the event loop share one transaction, and so one flush of the disk: a bench sets
// thirty-two terminals at once, each of which is noted a dozen times. Each still stands or falls by itself.
//
//   add, add, add --turn--> all of them in one transaction --one will not--> each in its own
import { setImmediate as nextTurn } from "node:timers/promises";

interface Gathered<Job, Value> {
  readonly job: Job;
  readonly settle: (value: Value) => void;
  readonly fail: (error: unknown) => void;
}

interface WritesParts<Job, Value> {
  /** All of them in one transaction, answered in their order; null: nothing was written, and each is to be tried alone. */
  readonly together: (jobs: readonly Job[]) => Promise<readonly Value[] | null>;
  readonly alone: (job: Job) => Promise<Value>;
}

export class GatheredWrites<Job, Value> {
  readonly #parts: WritesParts<Job, Value>;
  #waiting: Gathered<Job, Value>[] = [];
  #isWriting = false;

  constructor(parts: WritesParts<Job, Value>) {
    this.#parts = parts;
  }

  /** Resolves when it is on the disk. */
  add(job: Job): Promise<Value> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ job, settle, fail });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      await nextTurn();
      const all = this.#waiting;
      this.#waiting = [];
      await this.#write(all);
    }
    this.#isWriting = false;
  }

  async #write(all: readonly Gathered<Job, Value>[]): Promise<void> {
    const values = all.length > 1 ? await this.#tryTogether(all) : null;
    if (values !== null) {
      for (const [place, { settle }] of all.entries()) settle(values[place] as Value);
      return;
    }
    for (const { job, settle, fail } of all) await this.#parts.alone(job).then(settle, fail);
  }

  /** What one of them throws is not for the others: it is thrown again where that one stands alone. */
  async #tryTogether(all: readonly Gathered<Job, Value>[]): Promise<readonly Value[] | null> {
    return this.#parts.together(all.map(({ job }) => job)).catch(() => null);
  }
}
