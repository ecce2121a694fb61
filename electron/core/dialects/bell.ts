// Waits that always end: something to look at, a bell that says when to look again, a deadline, and a person's "stop".
import type { Clock } from "../bytes/surroundings.ts";
import { FailureError, makeFailure } from "../failures/failure.ts";

export interface Terms {
  /** What is waited for, in a failure. */
  readonly step: string;
  /** Milliseconds of silence that are borne. */
  readonly within: number;
  readonly signal: AbortSignal;
}

export class Bell {
  readonly #clock: Clock;
  readonly #ears = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ring(): void {
    for (const ear of [...this.#ears]) ear();
  }

  /** Calls `look` now and at every ring until it returns something. Null when time is over; rejects when stopped. */
  async until<Found>(look: () => Found | null, { within, signal }: Terms): Promise<Found | null> {
    if (signal.aborted) throw cancelled();
    const over = new AbortController();
    let stop: () => void = () => undefined;
    const found = new Promise<Found>((resolve, reject) => {
      const check = (): void => {
        try {
          const result = look();
          if (result !== null) resolve(result);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const onAbort = (): void => reject(cancelled());
      this.#ears.add(check);
      signal.addEventListener("abort", onAbort);
      stop = () => {
        this.#ears.delete(check);
        signal.removeEventListener("abort", onAbort);
        over.abort();
      };
      check();
    });
    const late = this.#clock.delay(within, over.signal).then(
      () => null,
      () => null,
    );
    return Promise.race([found, late]).finally(stop);
  }
}

function cancelled(): FailureError {
  return new FailureError(makeFailure("cancelled"));
}
