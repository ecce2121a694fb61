// A log in the viewer: its sources, indexed one after the other while the first lines can already be read, then merged by time.
//
//   files -> sources (index) -> order of all lines -> views (filter, search) -> slices, masked
import { findBases, mergeByTime } from "../../core/logs/index/merge-lines.ts";
import type { DescribedLog, LogMark, LogRow, Placement } from "../../contract/opened-logs.ts";
import type { LogMarks } from "./log-marks.ts";
import { LogSource, type SourceFile } from "./log-source.ts";
import { findPlace, lineOfRow, LineSet, type LogLines, type LogView } from "./log-view.ts";
import { LogViews } from "./log-views.ts";
import { countTags, findSpan } from "./summarise-log.ts";

/** Characters of a line that a row shows; the line's own page has the rest. */
const longestShown = 2000;
const longestKept = 65_536;
/** From so many neighbours on it is cheaper to read them together. */
const together = 8;

export class OpenedLog {
  readonly id: string;
  readonly #marks: LogMarks;
  readonly #stop = new AbortController();
  readonly #sources: LogSource[] = [];
  readonly views: LogViews;
  #order: Uint32Array | null = null;
  #isIndexed = false;
  #version = 0;
  #round = 0;
  #turn: Promise<undefined> = Promise.resolve(undefined);
  #kept: Promise<readonly LogMark[]> | null = null;
  #described: Pick<DescribedLog, "first" | "last" | "programs" | "severities"> | null = null;

  constructor(id: string, marks: LogMarks) {
    this.id = id;
    this.#marks = marks;
    this.views = new LogViews({ lines: () => this.lines, markedLines: () => this.#markedLines() });
  }

  get sources(): readonly LogSource[] {
    return this.#sources;
  }

  get lines(): LogLines {
    const bases = findBases(this.#sources);
    const lines = this.#sources.reduce((sum, source) => sum + source.lines, 0);
    return { sources: this.#sources, bases, order: this.#order?.length === lines ? this.#order : null, lines };
  }

  /** Indexes file after file; what goes wrong with one is said of it, and the others are read all the same. */
  async fill(files: AsyncIterable<SourceFile>, placement: Placement): Promise<void> {
    try {
      for await (const file of files) {
        if (this.#stop.signal.aborted) break;
        const source = await LogSource.open(file, placement);
        // Closed while it was being opened.
        if (this.#stop.signal.aborted) {
          await source.close();
          break;
        }
        this.#sources.push(source);
        await source.log.extend(undefined, this.#stop.signal);
      }
    } finally {
      this.#settle();
    }
  }

  async place(source: number, placement: Placement): Promise<void> {
    await this.#inTurn(async () => {
      await this.#sources[source]?.place(placement, this.#stop.signal);
      this.#settle();
    });
  }

  get isIndexed(): boolean {
    return this.#isIndexed;
  }

  get isClosed(): boolean {
    return this.#stop.signal.aborted;
  }

  get canGrow(): boolean {
    return this.#sources.some((source) => source.canGrow);
  }

  /** Changes whenever lines are added. */
  get version(): number {
    return this.#version;
  }

  /** Changes whenever what was said of the log does not hold any more: numbers of lines, notes. */
  get round(): number {
    return this.#round;
  }

  /** Takes in what was added to the files since. */
  async grow(): Promise<void> {
    await this.#inTurn(async () => {
      const { signal } = this.#stop;
      const before = this.#listNotes();
      let first: number | null = null;
      for (const source of this.#sources) first = (await source.grow(signal)) ?? first;
      if (this.#listNotes() !== before) this.#round++;
      if (first === null || signal.aborted) return;
      this.#version++;
      this.#described = null;
      if (this.#sources.length === 1) await this.views.extend(first, signal);
      else {
        // Lines behind those that were added have other numbers now.
        this.views.clear();
        this.#settle();
      }
    });
  }

  async describe(): Promise<DescribedLog> {
    const { lines } = this.lines;
    const summary = this.#isIndexed ? (this.#described ??= this.#summarise()) : this.#summarise();
    return {
      log: this.id,
      isIndexed: this.#isIndexed,
      round: this.#round,
      version: this.#version,
      canGrow: this.#isIndexed && this.canGrow,
      lines,
      ...summary,
      sources: this.#sources.map((source) => ({
        name: source.name,
        lines: source.lines,
        bytes: source.log.index.bytes,
        expected: source.expected,
        encoding: source.log.indexer.encoding,
        formats: [...source.log.indexer.formats],
        placement: source.placement,
        notes: [...source.notes],
      })),
      marks: await this.listMarks(),
    };
  }

  async readRows(view: LogView, first: number, count: number): Promise<readonly LogRow[]> {
    const lines = this.lines;
    const last = Math.min(first + count, view.count);
    const numbers = Array.from({ length: Math.max(0, last - first) }, (_, at) => lineOfRow(lines, view, first + at));
    const texts = await this.readTexts(numbers, longestShown);
    return numbers.map((line, at) => {
      const { text = "", more = 0 } = texts[at] ?? {};
      return { ...this.describeLine(line), text, more, isHit: view.hits?.has(line) === true };
    });
  }

  /** Masked texts of lines, neighbours together. */
  async readTexts(
    numbers: readonly number[],
    longest = longestKept,
  ): Promise<readonly { readonly text: string; readonly more: number }[]> {
    const texts: string[] = [];
    for (let at = 0; at < numbers.length; ) {
      const place = findPlace(this.lines, numbers[at] ?? 0);
      const last = (this.lines.bases[place.source] ?? 0) + (this.#sources[place.source]?.lines ?? 0);
      let end = at + 1;
      while (end < numbers.length && numbers[end] === (numbers[end - 1] ?? 0) + 1 && (numbers[end] ?? 0) < last) end++;
      const log = this.#sources[place.source]?.log;
      if (log === undefined) break;
      if (end - at >= together) texts.push(...(await log.read(place.line, end - at)));
      else for (let each = 0; each < end - at; each++) texts.push(await log.readLine(place.line + each));
      at = end;
    }
    return texts.map((text) => ({ text: text.slice(0, longest), more: Math.max(0, text.length - longest) }));
  }

  describeLine(line: number): Omit<LogRow, "text" | "more" | "isHit"> {
    const place = findPlace(this.lines, line);
    const log = this.#sources[place.source]?.log;
    const tag = log?.indexer.tags[log.index.tagAt(place.line)];
    const time = log?.index.timeAt(place.line) ?? Number.NaN;
    return {
      line,
      source: place.source,
      number: place.line + 1,
      time: Number.isNaN(time) ? null : time,
      severity: tag?.severity ?? null,
      program: tag?.source ?? null,
      cause: log?.indexer.meanings[log.index.meaningAt(place.line)]?.cause ?? null,
    };
  }

  /** Text null takes the mark away. */
  async mark(line: number, text: string | null, at: string): Promise<readonly LogMark[]> {
    const place = findPlace(this.lines, line);
    const source = this.#sources[place.source];
    if (source !== undefined) await this.#marks.set(source.digest, place.line + 1, { text, at });
    this.#kept = null;
    return this.listMarks();
  }

  async listMarks(): Promise<LogMark[]> {
    const { bases } = this.lines;
    this.#kept ??= Promise.all(
      this.#sources.map(async (source, place) => {
        const kept = await this.#marks.read(source.digest);
        return kept.map(({ number, text, at }) => ({ line: (bases[place] ?? 0) + number - 1, text, at }));
      }),
    ).then((marks) => marks.flat());
    const { lines } = this.lines;
    return (await this.#kept).filter(({ line }) => line < lines);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#turn;
    for (const source of this.#sources) await source.close();
  }

  /** What changes the index happens one after the other. */
  #inTurn<Value>(job: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(job);
    this.#turn = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  async #markedLines(): Promise<LineSet> {
    const marked = new LineSet(this.lines.lines);
    for (const { line } of await this.listMarks()) marked.add(line);
    return marked;
  }

  #listNotes(): string {
    return this.#sources.map(({ notes, canGrow }) => `${[...notes].join()} ${canGrow}`).join("\n");
  }

  #settle(): void {
    this.#order = this.#sources.length > 1 ? mergeByTime(this.#sources.map(({ log }) => log.index)) : null;
    this.#isIndexed = true;
    this.#round++;
    this.#described = null;
    this.#kept = null;
  }

  #summarise(): Pick<DescribedLog, "first" | "last" | "programs" | "severities"> {
    if (!this.#isIndexed) return { first: null, last: null, programs: [], severities: emptySeverities };
    return { ...findSpan(this.#sources), ...countTags(this.#sources) };
  }
}

const emptySeverities = { error: 0, warning: 0, info: 0, debug: 0, none: 0 };
