import { Redactor } from "./redactor.ts";

export interface RedactedLines {
  readonly lines: readonly string[];
  /** How much was hidden, of every kind. */
  readonly count: number;
}

/** All lines of a text at once. */
export function redactLines(lines: readonly string[]): RedactedLines {
  const redactor = new Redactor();
  const redacted: string[] = [];
  for (const line of lines) redacted.push(...redactor.push(line));
  redacted.push(...redactor.end());
  return { lines: redacted, count: Object.values(redactor.counts).reduce((sum, count) => sum + count, 0) };
}
