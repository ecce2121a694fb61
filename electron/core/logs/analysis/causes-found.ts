// Causes with their evidence, gathered line by line. Bounded: of each cause the first lines stay and the latest.

export interface Evidence {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

export interface CauseFound {
  readonly cause: string;
  readonly count: number;
  /** ISO 8601; null where no line of it has a time. */
  readonly first: string | null;
  readonly last: string | null;
  readonly evidence: readonly Evidence[];
}

interface Gathering {
  count: number;
  first: number;
  last: number;
  readonly evidence: Evidence[];
}

const mostEvidence = 20;
const longestText = 1000;

export class CausesFound {
  readonly #causes = new Map<string, Gathering>();

  /** `time` in milliseconds since 1970, or NaN. The text is masked already. */
  add(cause: string, time: number, evidence: Evidence): void {
    const found = this.#causes.get(cause) ?? { count: 0, first: Number.NaN, last: Number.NaN, evidence: [] };
    this.#causes.set(cause, found);
    found.count++;
    if (!(found.first <= time) && !Number.isNaN(time)) found.first = time;
    if (!(found.last >= time) && !Number.isNaN(time)) found.last = time;
    if (found.evidence.length === mostEvidence) found.evidence.pop();
    found.evidence.push({ ...evidence, text: evidence.text.slice(0, longestText) });
  }

  /** Adds what another file brought; `fix` corrects its times. */
  merge(other: CausesFound, fix: (time: number) => number): void {
    for (const [cause, { count, first, last, evidence }] of other.#causes) {
      const [one, two] = [fix(first), fix(last)];
      for (const each of evidence) this.add(cause, one, each);
      const found = this.#causes.get(cause);
      if (found === undefined) continue;
      found.count += count - evidence.length;
      if (!(found.last >= two) && !Number.isNaN(two)) found.last = two;
    }
  }

  /** The most frequent first. */
  list(): readonly CauseFound[] {
    return [...this.#causes]
      .map(([cause, { count, first, last, evidence }]) => ({
        cause,
        count,
        first: printTime(first),
        last: printTime(last),
        evidence,
      }))
      .sort((a, b) => b.count - a.count || a.cause.localeCompare(b.cause));
  }
}

export function printTime(time: number): string | null {
  return Number.isFinite(time) ? new Date(time).toISOString() : null;
}
