// A bench row and how it is shown: ours against a peer, measured in the same run, as medians.

export type Unit = "ms" | "B" | "kB" | "MB" | "%";

export interface BenchRow {
  readonly name: string;
  /** Null when our side could not be measured; `note` says why. */
  readonly ours: number | null;
  readonly peer: number;
  /** Ours by peer: lower is better. */
  readonly ratio: number | null;
  readonly limit: number;
  readonly unit: Unit;
  readonly note: string;
}

export interface Samples {
  readonly ours: readonly number[];
  readonly peer: readonly number[];
}

export interface RowTerms {
  readonly name: string;
  readonly limit: number;
  readonly note: string;
  /** Milliseconds unless said otherwise. */
  readonly unit?: Unit;
}

export function makeRow(terms: RowTerms, samples: Samples): BenchRow {
  const ours = samples.ours.length === 0 ? null : findMedian(samples.ours);
  const peer = findMedian(samples.peer);
  return { ...terms, ours, peer, ratio: ours === null ? null : ours / peer, unit: terms.unit ?? "ms" };
}

export function isWithinLimit(row: BenchRow): boolean {
  return row.ratio !== null && row.ratio <= row.limit;
}

export function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  if (upper === undefined || lower === undefined) throw new Error("no values have no median");
  return (upper + lower) / 2;
}

function printNumber(value: number, unit: Unit): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}

export function printTable(rows: readonly BenchRow[]): string {
  const cells = [
    ["row", "ours", "peer", "ratio", "limit", "", "note"],
    ...rows.map((row) => [
      row.name,
      row.ours === null ? "-" : printNumber(row.ours, row.unit),
      printNumber(row.peer, row.unit),
      row.ratio === null ? "-" : row.ratio.toFixed(3),
      row.limit.toFixed(2),
      row.ratio === null ? "not measured" : isWithinLimit(row) ? "ok" : "OVER",
      row.note,
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
