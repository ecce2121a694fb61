// Blocks of whole lines of one file -> causes with evidence, time span, restarts, what was redacted; and, for an export,
// the masked text. Nothing of a line is kept but masked evidence.
//
//   bytes -> scan (literals, suspicion) -> the few lines that need it as text -> classify, redact -> causes, counts
import { buildPatternAutomaton, causeOfResponse, classifyLine, holdsPattern } from "../classify/classifier.ts";
import type { LineFormat } from "../formats/line-format.ts";
import { readLine, recogniseFormats } from "../formats/recognise.ts";
import type { Message } from "../iso8583/decode.ts";
import { Redactor } from "../redaction/redactor.ts";
import { redactLines } from "../redaction/redact-lines.ts";
import type { RedactionCounts } from "../redaction/secret.ts";
import { type ScannedLine, scanLines } from "../scan/scan-lines.ts";
import { secretNames } from "../scan/suspicion.ts";
import { LineText } from "../text/line-text.ts";
import { type Jump, putBack, TimeLine, type TimeOptions } from "../time/time-line.ts";
import { CausesFound } from "./causes-found.ts";
import { type Restart, Restarts } from "./restarts.ts";

export interface AnalysisOptions extends TimeOptions {
  readonly file: string;
  /** Masked lines, in order, where an export is wanted. */
  readonly onMasked?: (line: string) => void;
}

/** Times in milliseconds since 1970, NaN where no line has one. */
export interface Conclusion {
  readonly causes: CausesFound;
  readonly first: number;
  readonly last: number;
  readonly jumps: readonly Jump[];
  readonly restarts: readonly Restart[];
}

const sampleSize = 200;
/**
 * Every so many lines a time is read, and at every line that means something, and at the first that has one and the last:
 * enough for span, jumps and restarts.
 */
const timedEvery = 64;
/** Lines at the beginning, such as a title, that may have no time. */
const mostUntimed = 256;
const newline = 10;
const nothing = new Uint8Array(0);

const automaton = buildPatternAutomaton(secretNames);

export class LogAnalysis {
  readonly #options: AnalysisOptions;
  readonly #redactor: Redactor;
  readonly #times: TimeLine;
  readonly #text = new LineText();
  readonly #causes = new CausesFound();
  readonly #restarts = new Restarts();
  #formats: readonly LineFormat[] | null = null;
  #lines = 0;
  #first = Number.NaN;
  #last = Number.NaN;
  /** Of the line whose time was read last. */
  #now = Number.NaN;
  /** The end of what was fed, where its time was not read. */
  #untimed: Uint8Array | null = null;

  constructor(options: AnalysisOptions) {
    this.#options = options;
    this.#times = new TimeLine(options);
    this.#redactor = new Redactor((message, rowsAgo) => this.#heed(message, rowsAgo));
  }

  /** Whole lines; only the last block of a file may end without a line end. */
  feed(block: Uint8Array): void {
    this.#formats ??= this.#recognise(block);
    scanLines(block, automaton, (line) => this.#take(block, line));
    if (this.#untimed !== null) this.#untimed = block.slice(block.lastIndexOf(newline, block.length - 2) + 1);
  }

  get lines(): number {
    return this.#lines;
  }

  get formats(): readonly string[] {
    return (this.#formats ?? []).map(({ id }) => id);
  }

  get redactions(): RedactionCounts {
    return this.#redactor.counts;
  }

  /** What is known once the last line was fed: only then is the year of dates without one. */
  conclude(): Conclusion {
    this.#emit(this.#redactor.end());
    this.#timeLast();
    const years = this.#times.yearsTooLate;
    const fix = (time: number): number => putBack(time, years);
    const causes = new CausesFound();
    causes.merge(this.#causes, fix);
    return {
      causes,
      first: fix(this.#first),
      last: fix(this.#last),
      jumps: this.#times.jumps.map(({ line, from, to }) => ({ line, from: fix(from), to: fix(to) })),
      restarts: this.#restarts.list().map((restart) => ({ ...restart, time: fix(restart.time) })),
    };
  }

  #recognise(block: Uint8Array): readonly LineFormat[] {
    const lines: string[] = [];
    let from = 0;
    while (lines.length < sampleSize && from < block.length) {
      const end = block.indexOf(10, from);
      const to = end < 0 ? block.length : end;
      lines.push(this.#text.read(block.subarray(from, block[to - 1] === 13 ? to - 1 : to)));
      from = to + 1;
    }
    return recogniseFormats(lines);
  }

  #take(block: Uint8Array, line: ScannedLine): void {
    this.#lines++;
    const { onMasked } = this.#options;
    const mayMean = holdsPattern(line, automaton);
    const isAwaited = Number.isNaN(this.#first) && this.#lines <= mostUntimed;
    const isTimed = mayMean || isAwaited || this.#lines % timedEvery === 1;
    this.#untimed = isTimed ? null : nothing;
    const isPlain = !mayMean && !isTimed && !line.isSuspicious && line.hits === 0;
    // Rows of a dump wait for whatever comes next.
    if (isPlain && onMasked === undefined && !this.#redactor.isWaiting) return;
    const text = this.#text.read(block.subarray(line.from, line.to));
    const read = isTimed || !this.#text.wasUtf8 ? readLine(text, this.#formats ?? []) : null;
    const time = read?.time ?? null;
    const at = time === null ? Number.NaN : this.#place(this.#times.place(time, this.#lines));
    this.#emit(this.#redactor.push(text));
    // Literals are UTF-8: text in another encoding is read whatever the scan found.
    if (mayMean || !this.#text.wasUtf8) this.#classify(text, read?.message ?? text, at);
  }

  #timeLast(): void {
    if (this.#untimed === null) return;
    const text = this.#text.read(this.#untimed).replace(/\r?\n$/, "");
    const { time } = readLine(text, this.#formats ?? []);
    if (time !== null) this.#place(this.#times.place(time, this.#lines));
  }

  #place(time: number): number {
    // A clock may have been set back.
    if (!(this.#first <= time)) this.#first = time;
    if (!(this.#last >= time)) this.#last = time;
    this.#now = time;
    return time;
  }

  #classify(text: string, message: string, time: number): void {
    const meaning = classifyLine(message) ?? (message === text ? null : classifyLine(text));
    if (meaning === null) return;
    if (meaning.cause === "normal") this.#restarts.add(this.#lines, time);
    else if (meaning.cause !== null) this.#add(meaning.cause, time, { line: this.#lines, text });
  }

  #add(cause: string, time: number, { line, text }: { readonly line: number; readonly text: string }): void {
    const masked = redactLines([text]).lines[0] ?? "";
    this.#causes.add(cause, time, { file: this.#options.file, line, text: masked });
  }

  /** A message in a dump: its response code says what the host said. */
  #heed({ type, tpdu, responseCode }: Message, rowsAgo: number): void {
    const cause = responseCode === null ? null : causeOfResponse(responseCode);
    if (cause === null) return;
    const text = `ISO 8583 ${type}${tpdu === null ? "" : ` TPDU ${tpdu}`} field 39: ${responseCode ?? ""}`;
    this.#add(cause, this.#now, { line: Math.max(1, this.#lines - rowsAgo), text });
  }

  #emit(lines: readonly string[]): void {
    const { onMasked } = this.#options;
    if (onMasked !== undefined) for (const line of lines) onMasked(line);
  }
}
