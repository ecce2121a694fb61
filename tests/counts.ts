export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, in words, to be said again at the very end, where a cut-off log still shows it. */
  readonly failures: readonly string[];
}

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

export function addCounts(parts: readonly Counts[]): Counts {
  const add = (key: "passed" | "failed" | "skipped"): number => parts.reduce((sum, part) => sum + part[key], 0);
  return {
    passed: add("passed"),
    failed: add("failed"),
    skipped: add("skipped"),
    failures: parts.flatMap(({ failures }) => failures),
  };
}

export function printCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
