// Lines in, the same lines out without card data and keys: the one gate between what a terminal logged and anything that
// shows or keeps it. Rows of a hex dump wait for the end of their dump, because a number may be split over two of them;
// everything else leaves at once. Feeding the lines in any portions gives the same lines.
import { readDumpRow, type DumpRow } from "./dump-rows.ts";
import { findMessage, type Message } from "../iso8583/decode.ts";
import { inspectHex } from "./inspect-hex.ts";
import { mayHoldSecret } from "./may-hold-secret.ts";
import { type PartOfDump, redactLine } from "./redact-line.ts";
import { countNothing, type Range, type RedactionCounts, type Secret } from "./secret.ts";
import { findInTags } from "./tags.ts";

/** More rows than any message has: a dump of more is hidden as a whole. */
const mostRows = 1024;
/** Rows of 16 octets that a message of a terminal fits in. */
const longestMessage = 128;

export class Redactor {
  readonly #counts = countNothing();
  readonly #onMessage: ((message: Message, rowsAgo: number) => void) | undefined;
  #rows: DumpRow[] = [];
  #isEndless = false;

  /** `onMessage` is told of every message that a dump turns out to be, and how many rows ago it began. */
  constructor(onMessage?: (message: Message, rowsAgo: number) => void) {
    this.#onMessage = onMessage;
  }

  /** Whether rows of a dump wait for its end. */
  get isWaiting(): boolean {
    return this.#rows.length > 0 || this.#isEndless;
  }

  /** The lines that are finished by this one. */
  push(line: string): readonly string[] {
    const above = this.#rows.at(-1)?.run ?? null;
    if (above === null && !this.#isEndless && !mayHoldSecret(line)) return [line];
    const row = readDumpRow(line, above);
    if (row !== null) return this.#take(row);
    const before = this.end();
    const first = above === null ? null : readDumpRow(line, null);
    return [...before, ...(first === null ? [this.#redact(line)] : this.#take(first))];
  }

  #take(row: DumpRow): readonly string[] {
    if (this.#isEndless) return [this.#hideRow(row)];
    this.#rows.push(row);
    if (this.#rows.length <= mostRows) return [];
    const rows = this.#rows.map((each) => this.#hideRow(each));
    this.#rows = [];
    this.#isEndless = true;
    return rows;
  }

  /** The rows of a dump that the text ended in. */
  end(): readonly string[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#isEndless = false;
    return rows.length === 0 ? [] : this.#redactDump(rows);
  }

  get counts(): RedactionCounts {
    return { ...this.#counts };
  }

  #redact(line: string, part?: PartOfDump): string {
    const { text, kinds } = redactLine(line, part);
    for (const kind of kinds) this.#counts[kind]++;
    return text;
  }

  #hideRow({ line, run }: DumpRow): string {
    this.#counts.hex++;
    return line.slice(0, run.from) + line.slice(run.from).replace(/\S/g, "*");
  }

  /** Messages may follow each other without a word between: as many rows as make a message belong together. */
  #redactDump(rows: readonly DumpRow[]): readonly string[] {
    const count = countMessageRows(rows);
    const message = this.#onMessage === undefined || count === 0 ? null : findMessage(joinDigits(rows.slice(0, count)));
    if (message !== null) this.#onMessage?.(message, rows.length);
    return count === 0 || count === rows.length
      ? this.#redactRows(rows)
      : [...this.#redactRows(rows.slice(0, count)), ...this.#redactDump(rows.slice(count))];
  }

  #redactRows(rows: readonly DumpRow[]): readonly string[] {
    const { secrets, as } = inspectHex(joinDigits(rows), (text) => readAsLine(text));
    // One row of nothing in particular is a line like others.
    const found = as === null && rows.length === 1 ? [] : secrets;
    let start = 0;
    return rows.map((row) => {
      const inRow = found.flatMap((secret) => placeInRow(row, secret, start));
      start += row.run.digits.length;
      return this.#redact(row.line, { judgedElsewhere: as === null ? null : row.run.from, secrets: inRow });
    });
  }
}

/** Rows of the message, or of the chip data, that a dump begins with; 0 where it begins with neither. */
function countMessageRows(rows: readonly DumpRow[]): number {
  for (let count = Math.min(rows.length, longestMessage); count > 0; count--) {
    const digits = joinDigits(rows.slice(0, count));
    if (findMessage(digits) !== null || findInTags(digits) !== null) return count;
  }
  return 0;
}

function joinDigits(rows: readonly DumpRow[]): string {
  return rows.map(({ run }) => run.digits).join("");
}

/** What a line of these characters would lose. */
function readAsLine(text: string): readonly Secret[] {
  const { text: redacted, kinds } = redactLine(text);
  const hide: Range[] = [];
  for (let at = 0; at < text.length; at++) {
    if (redacted.charAt(at) === "*") hide.push({ from: at, to: at + 1 });
  }
  const [kind] = kinds;
  return hide.length === 0 ? [] : [{ kind: kind ?? "hex", hide }];
}

/** A secret among a dump's digits, in one of its rows, which begins with digit `start`; the characters beside it too. */
function placeInRow({ line, run, charactersAt }: DumpRow, { kind, hide }: Secret, start: number): readonly Secret[] {
  const ranges: Range[] = [];
  const octets = run.digits.length / 2;
  for (const range of hide) {
    const from = Math.max(range.from - start, 0);
    const to = Math.min(range.to - start, run.digits.length);
    if (from >= to) continue;
    for (const at of run.places.slice(from, to)) ranges.push({ from: at, to: at + 1 });
    if (charactersAt !== null) ranges.push(findBeside(line, charactersAt, { from, to, octets }));
  }
  return ranges.length === 0 ? [] : [{ kind, hide: ranges }];
}

/** The characters beside hidden octets; all of them where their number does not fit. */
function findBeside(line: string, at: number, hide: Range & { readonly octets: number }): Range {
  const end = line.trimEnd().replace(/[|\]<]$/, "").length;
  if (end - at !== hide.octets) return { from: at, to: line.length };
  return { from: at + Math.floor(hide.from / 2), to: at + Math.ceil(hide.to / 2) };
}
