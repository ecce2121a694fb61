// Rows of a hex dump, as logs print messages: offset or not, groups of octets, characters beside them or not.
//
//   00000010  62 25 88 00 00 00 00 04  |b%......|      RECV: 6000030000602200000000021070...
import { isHarmless } from "./harmless-hex.ts";
import { findHexRuns, type HexRun } from "./hex-runs.ts";
import { narrow } from "./views.ts";

export interface DumpRow {
  readonly line: string;
  readonly run: HexRun;
  /** Where the characters beside the octets begin; null where there are none. */
  readonly charactersAt: number | null;
}

const fewestDigits = { spaced: 12, onePiece: 24, further: 2 };
/** Dumps have short rows; a long line is judged by itself. */
const longestRow = 2048;

/** The row of a dump that a line is, or with which it continues the dump whose last row is `above`. */
export function readDumpRow(line: string, above: HexRun | null): DumpRow | null {
  if (line.length > longestRow) return null;
  const text = narrow(line);
  const runs = findHexRuns(text, above === null ? fewestDigits.spaced : fewestDigits.further);
  const [run] = runs.filter((each) => isRow(text, each, above)).sort((a, b) => b.digits.length - a.digits.length);
  return run === undefined ? null : { line, run, charactersAt: findCharacters(text, run) };
}

/** Whether a line could be a row of some dump, whatever stands above it: such a line is judged together with its neighbours. */
export function mayBeRow(line: string): boolean {
  if (line.length > longestRow) return false;
  const text = narrow(line);
  return findHexRuns(text, fewestDigits.further).some(({ to, digits, group }) => {
    const behind = text.slice(to).trim();
    return /^[|\])>.;,"']*$/.test(behind) || (group !== 0 && behind.length <= digits.length / 2 + 4);
  });
}

function isRow(text: string, run: HexRun, above: HexRun | null): boolean {
  if (isHarmless(text, run)) return false;
  const octets = run.digits.length / 2;
  if (!Number.isInteger(octets)) return false;
  const behind = text.slice(run.to).trim();
  // Characters beside the octets are as many as these, with bars around them or not.
  if (!/^[|\])>.;,"']*$/.test(behind) && (run.group === 0 || behind.length > octets + 4)) return false;
  if (above !== null && Math.abs(run.from - above.from) <= 2) {
    return run.group === above.group || (run.group === 0 && run.digits.length <= above.group);
  }
  // What is masked already begins no dump.
  if (!/[^*]/.test(run.digits)) return false;
  return run.digits.length >= (run.group === 0 ? fewestDigits.onePiece : fewestDigits.spaced);
}

function findCharacters(text: string, { to, digits }: HexRun): number | null {
  const behind = text.slice(to);
  if (behind.trim() === "") return null;
  const bar = /^\s*[|:[>]/.exec(behind);
  if (bar !== null) return to + bar[0].length;
  // Without bars the column ends with the line.
  const octets = digits.length / 2;
  const start = Math.max(to, text.trimEnd().length - octets);
  return start;
}
