// Files -> what `counterpart analyse` tells: lines, span, formats, redactions, causes with their evidence.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { rm, stat } from "node:fs/promises";
import { CausesFound, type CauseFound, printTime } from "../../core/logs/analysis/causes-found.ts";
import { type Conclusion, LogAnalysis } from "../../core/logs/analysis/log-analysis.ts";
import { countNothing, type RedactionCounts, type RedactionKind } from "../../core/logs/redaction/secret.ts";
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import type { TimeOptions } from "../../core/logs/time/time-line.ts";
import { findClock, printZone, type SaidClock } from "./file-clocks.ts";
import { type LogFile, openLogs } from "./open-log.ts";
import { type Entry, splitEntries } from "./piece.ts";
import type { LogNote } from "./unpack-log.ts";
import { splitWholeLines } from "./whole-lines.ts";

export interface LogReport {
  readonly lines: number;
  readonly span: {
    readonly first: string | null;
    readonly last: string | null;
    readonly jumps: readonly {
      readonly file: string;
      readonly line: number;
      readonly from: string;
      readonly to: string;
    }[];
    /** `daily`: the restart that card-industry rules ask for; normal. */
    readonly restarts: readonly {
      readonly file: string;
      readonly line: number;
      readonly at: string | null;
      readonly daily: boolean;
    }[];
  };
  readonly formats: readonly { readonly file: string; readonly formats: readonly string[] }[];
  readonly redactions: RedactionCounts;
  readonly causes: readonly CauseFound[];
  /** Files whose clock is known to be another than this PC's: the zone as `UTC+08:00`, and seconds that were added. */
  readonly clocks: readonly { readonly file: string; readonly zone: string; readonly shift: number }[];
  /** Files of which not everything could be read. */
  readonly notes: readonly { readonly file: string; readonly note: LogNote | "line-cut" }[];
}

export interface AnalyseOptions {
  /** Where the masked text goes; nothing is written where null. */
  readonly exportTo: string | null;
  /** Minutes east of UTC where lines say nothing. */
  readonly offset: number;
  /** Milliseconds by which the terminal's clock was ahead. */
  readonly ahead: number;
  /** What is said of the clock of all files or of some; without it, what captures noted, else the two above. */
  readonly clocks?: readonly SaidClock[];
  /** Told how much of a file was read, in bytes as they lie on the disk. */
  readonly onRead?: (file: string, done: number, all: number) => void;
}

/** Failures: `file-unreadable`, for a file that is not there, may not be read, or vanishes; `cancelled`. */
export async function analyseLogs(
  paths: readonly string[],
  options: AnalyseOptions,
  signal: AbortSignal,
): Promise<Result<LogReport>> {
  const gathered = new Gathered();
  const out = options.exportTo === null ? null : new MaskedFile(options.exportTo);
  try {
    for (const path of paths) {
      const failure = await analysePath(path, { options, gathered, out, signal });
      if (failure !== null) return fail(failure);
    }
    await out?.close();
    return succeed(gathered.report());
  } catch (error) {
    return fail(makeFailure("file-unwritable", { file: options.exportTo ?? "", reason: codeOf(error) }));
  } finally {
    await out?.discard();
  }
}

interface Run {
  readonly options: AnalyseOptions;
  readonly gathered: Gathered;
  readonly out: MaskedFile | null;
  readonly signal: AbortSignal;
}

async function analysePath(path: string, run: Run): Promise<Failure | null> {
  try {
    for (const file of await openLogs(path)) {
      await analyseFile(file, run);
      if (run.signal.aborted) return makeFailure("cancelled");
    }
    return null;
  } catch (error) {
    if (run.out?.hasFailed === true) throw error;
    return makeFailure("file-unreadable", { file: path, reason: codeOf(error) });
  }
}

async function analyseFile(file: LogFile, run: Run): Promise<void> {
  const { options, gathered, out, signal } = run;
  const { offset, ahead, isTold } = await findClock(file.name, options.clocks ?? [], options);
  if (isTold) {
    const clock = { file: file.name, zone: printZone(offset), shift: -ahead / 1000 || 0 };
    gathered.tellClock(clock);
    out?.write(`# ${clock.file}: ${clock.zone}, ${clock.shift} s added to its times`);
  }
  const times = { reference: file.written, offset, ahead };
  let count = 0;
  const pieces = file.readPieces(
    (note) => gathered.note(file.name, note),
    (done) => options.onRead?.(file.name, done, file.size),
  );
  for await (const entry of splitEntries(pieces)) {
    if (signal.aborted) return;
    count++;
    await analyseEntry(entry, { name: file.name, times }, run);
  }
  if (count === 0) await analyseEntry({ entry: null, bytes: noBytes() }, { name: file.name, times }, run);
}

/** Times of one log say nothing of those of another in the same archive. */
async function analyseEntry(
  { entry, bytes: portions }: Entry,
  { name, times }: { readonly name: string; readonly times: TimeOptions },
  { gathered, out, signal }: Run,
): Promise<void> {
  const file = entry === null ? name : `${name}/${entry}`;
  const masked = out === null ? {} : { onMasked: (line: string) => out.write(line) };
  const analysis = new LogAnalysis({ file, ...times, ...masked });
  for await (const { bytes, cut } of splitWholeLines(portions)) {
    if (signal.aborted) return;
    analysis.feed(bytes);
    if (cut > 0) gathered.note(file, "line-cut");
    await out?.drain();
  }
  gathered.add(file, analysis, analysis.conclude());
}

async function* noBytes(): AsyncIterable<Uint8Array> {}

class Gathered {
  readonly #causes = new CausesFound();
  readonly #redactions = countNothing();
  readonly #formats: { readonly file: string; readonly formats: readonly string[] }[] = [];
  readonly #jumps: LogReport["span"]["jumps"][number][] = [];
  readonly #restarts: LogReport["span"]["restarts"][number][] = [];
  readonly #notes: LogReport["notes"][number][] = [];
  readonly #clocks: LogReport["clocks"][number][] = [];
  #lines = 0;
  #first = Number.NaN;
  #last = Number.NaN;

  tellClock(clock: LogReport["clocks"][number]): void {
    this.#clocks.push(clock);
  }

  note(file: string, note: LogNote | "line-cut"): void {
    this.#notes.push({ file, note });
  }

  add(file: string, { lines, formats, redactions }: LogAnalysis, { causes, first, last, ...marks }: Conclusion): void {
    this.#lines += lines;
    this.#formats.push({ file, formats });
    for (const [kind, count] of Object.entries(redactions)) this.#redactions[kind as RedactionKind] += count;
    this.#causes.merge(causes, (time) => time);
    if (!(this.#first <= first) && !Number.isNaN(first)) this.#first = first;
    if (!(this.#last >= last) && !Number.isNaN(last)) this.#last = last;
    for (const { line, from, to } of marks.jumps) {
      this.#jumps.push({ file, line, from: printTime(from) ?? "", to: printTime(to) ?? "" });
    }
    for (const { line, time, isDaily } of marks.restarts) {
      this.#restarts.push({ file, line, at: printTime(time), daily: isDaily });
    }
  }

  report(): LogReport {
    return {
      lines: this.#lines,
      span: {
        first: printTime(this.#first),
        last: printTime(this.#last),
        jumps: this.#jumps,
        restarts: this.#restarts,
      },
      formats: this.#formats,
      redactions: { ...this.#redactions },
      causes: this.#causes.list(),
      clocks: this.#clocks,
      notes: this.#notes,
    };
  }
}

/** For the person's eyes only, and never half of it. */
class MaskedFile {
  readonly #stream;
  readonly #path: string;
  #isWhole = false;
  #parts: string[] = [];

  constructor(path: string) {
    this.#path = path;
    this.#stream = createWriteStream(path, { mode: 0o600 });
    // Said again by whatever waits for it.
    this.#stream.on("error", () => undefined);
  }

  get hasFailed(): boolean {
    return this.#stream.errored !== null;
  }

  write(line: string): void {
    this.#parts.push(line, "\n");
  }

  async drain(): Promise<void> {
    const text = this.#parts.join("");
    this.#parts = [];
    if (this.#stream.errored !== null) throw this.#stream.errored;
    if (!this.#stream.write(text)) await once(this.#stream, "drain");
  }

  async close(): Promise<void> {
    await this.drain();
    this.#stream.end();
    await once(this.#stream, "finish");
    this.#isWhole = true;
  }

  async discard(): Promise<void> {
    this.#stream.destroy();
    if (this.#isWhole) return;
    const found = await stat(this.#path).catch(() => null);
    if (found?.isFile() === true) await rm(this.#path, { force: true }).catch(() => undefined);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : "?");
}
