// Elapsed and expected milliseconds -> what is said of the time that is left.

export interface Left {
  readonly kind: "seconds" | "minutes" | "soon" | "longer";
  /** Of seconds or minutes. */
  readonly count: number;
}

/** What is over within that needs no words. */
const atOnce = 1000;
/** So much beyond what was expected is still "soon". */
const borne = 1.5;
const minutesFrom = 90_000;

/** Null: too short to speak of. */
export function judgeLeft(elapsed: number, expected: number): Left | null {
  const left = expected - elapsed;
  if (expected <= atOnce && elapsed <= atOnce) return null;
  if (left > minutesFrom) return { kind: "minutes", count: Math.ceil(left / 60_000) };
  if (left > 0) return { kind: "seconds", count: Math.ceil(left / 1000) };
  return { kind: elapsed > Math.max(atOnce, expected) * borne ? "longer" : "soon", count: 0 };
}

/** Milliseconds; null while there is too little to judge by. */
export function leftAtRate(
  elapsed: number,
  { done, all }: { readonly done: number; readonly all: number },
): number | null {
  if (done <= 0 || all <= 0 || elapsed < atOnce) return null;
  return (elapsed * Math.max(0, all - done)) / done;
}
