// A line's literals -> what it means. The scan has found literals of patterns by bytes; here the few lines that hold one are
// read as text: the pattern's own expression must fit, and a code that the line quotes is looked up.
//
//   literals (one pass over the bytes) -> patterns they belong to -> confirm, unless -> cause, or a code's table
import { type LogPattern, logPatterns, modemErrors } from "../knowledge/knowledge.ts";
import { explainResponseCode } from "../knowledge/response-code.ts";
import { type Automaton, buildAutomaton } from "../scan/automaton.ts";
import type { ScannedLine } from "../scan/scan-lines.ts";
import { encodeGb18030 } from "../text/gb18030.ts";

export interface Meaning {
  readonly pattern: LogPattern;
  /** `C01` to `C31`; `normal`; null where a code names no cause or is ambiguous. */
  readonly cause: string | null;
  /** The code that the line quotes. */
  readonly code: string | null;
}

/** Longer lines are judged by their beginning: no program says more before it comes to the point. */
const longestRead = 4096;

const encoder = new TextEncoder();
const literals = logPatterns.flatMap((pattern) => pattern.literals.map((text) => ({ text, pattern })));
const confirmations = new Map(
  logPatterns.flatMap(({ id, confirm }) => (confirm === undefined ? [] : [[id, new RegExp(confirm)] as const])),
);

/** Literals of all patterns; `more` literals after them mean nothing here. */
export function buildPatternAutomaton(more: readonly string[] = []): Automaton {
  return buildAutomaton([...literals.map(({ text }) => text), ...more].map((text) => encoder.encode(text)));
}

/** Literals of all patterns as UTF-8, and as GB18030 those that differ there. */
export function encodePatternLiterals(): readonly Uint8Array[] {
  const others = literals.filter(({ text }) => /[^\0-\x7f]/.test(text)).map(({ text }) => encodeGb18030(text));
  return [...literals.map(({ text }) => encoder.encode(text)), ...others.filter((each) => each !== null)];
}

/** Whether one of the literals that ended in the line is a pattern's. */
export function holdsPattern(
  { ended, hits }: Pick<ScannedLine, "ended" | "hits">,
  { ends, width }: Automaton,
): boolean {
  for (let at = 0; at < hits; at++) {
    for (const literal of ends[(ended[at] ?? 0) / width] ?? []) if (literal < literals.length) return true;
  }
  return false;
}

/** What the line means; null for a line that only looks as if it did. */
export function classifyLine(text: string): Meaning | null {
  const line = text.slice(0, longestRead);
  const lower = line.toLowerCase();
  for (const pattern of logPatterns) {
    if (!pattern.literals.some((literal) => lower.includes(literal))) continue;
    if (pattern.unless?.some((other) => lower.includes(other)) === true) continue;
    const confirmation = confirmations.get(pattern.id);
    const found = confirmation === undefined ? null : confirmation.exec(line);
    if (confirmation !== undefined && found === null) continue;
    const code = found?.groups?.["code"] ?? null;
    return { pattern, cause: findCause(pattern, code), code };
  }
  return null;
}

function findCause({ cause, lookup }: LogPattern, code: string | null): string | null {
  if (lookup === undefined || code === null) return cause;
  if (lookup === "cme") return modemErrors.get(code.trim().toLowerCase()) ?? null;
  return causeOfResponse(code);
}

/** Null for an unknown code, one that no majority of the tables reads alike, and one that has nothing to do with communication. */
export function causeOfResponse(code: string): string | null {
  // Whose code it is a log does not say: what most of the tables mean by it.
  return explainResponseCode(code)?.readings.find(({ share }) => share > 1 / 2)?.cause ?? null;
}
