// Restarts of the terminal, and which of them are the daily one that card-industry rules ask for.

export interface Restart {
  readonly line: number;
  /** Milliseconds since 1970, or NaN. */
  readonly time: number;
  /** About 24 hours after the one before. */
  readonly isDaily: boolean;
}

const day = 86_400_000;
const tolerance = 3_600_000;
/** Several lines tell of one restart. */
const sameRestart = 120_000;
const mostRestarts = 1_000;

export class Restarts {
  readonly #all: Restart[] = [];

  add(line: number, time: number): void {
    const before = this.#all.at(-1);
    const since = before === undefined ? Number.NaN : time - before.time;
    const isSame = Math.abs(since) <= sameRestart || (before !== undefined && line - before.line < 50);
    if (isSame || this.#all.length >= mostRestarts) return;
    this.#all.push({ line, time, isDaily: Math.abs(since - day) <= tolerance });
  }

  list(): readonly Restart[] {
    return this.#all;
  }
}
