export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function addCounts(parts: readonly Counts[]): Counts {
  const add = (key: keyof Counts): number => parts.reduce((sum, part) => sum + part[key], 0);
  return { passed: add("passed"), failed: add("failed"), skipped: add("skipped") };
}

export function printCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
