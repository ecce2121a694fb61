// A log in the viewer: its sources, indexed one after the other while the first lines can already be read, then merged by time.
//
//   files -> sources (index) -> order of all lines -> views (filter, search) -> slices, masked
import { findBases, mergeByTime } from "../../core/logs/index/merge-lines.ts";
import type { DescribedLog, LogFilter, LogMark, LogRow, Placement } from "../../contract/opened-logs.ts";
import type { Result } from "../../core/failures/result.ts";
import { succeed } from "../../core/failures/result.ts";
import type { LogMarks } from "./log-marks.ts";
import { LogSource, type SourceFile } from "./log-source.ts";
import { filterLines, findPlace, lineOfRow, LineSet, type LogLines, type LogView } from "./log-view.ts";
import { compileSearch } from "./line-pattern.ts";
import { searchLines } from "./search-lines.ts";
import { countTags, findSpan } from "./summarise-log.ts";

/** Characters of a line that a row shows; the line's own page has the rest. */
const longestShown = 2000;
const longestKept = 65_536;
const mostViews = 8;
/** From so many neighbours on it is cheaper to read them together. */
const together = 8;

export class OpenedLog {
  readonly id: string;
  readonly #marks: LogMarks;
  readonly #stop = new AbortController();
  readonly #sources: LogSource[] = [];
  readonly #views = new Map<number, LogView>();
  #order: Uint32Array | null = null;
  #isIndexed = false;
  #lastView = 0;
  #kept: Promise<readonly LogMark[]> | null = null;
  #described: Pick<DescribedLog, "first" | "last" | "programs" | "severities"> | null = null;

  constructor(id: string, marks: LogMarks) {
    this.id = id;
    this.#marks = marks;
    this.#views.set(0, { rows: null, count: 0, hits: null, hitCount: 0 });
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
        this.#sources.push(source);
        await source.log.extend(undefined, this.#stop.signal);
      }
    } finally {
      this.#settle();
    }
  }

  async place(source: number, placement: Placement): Promise<void> {
    await this.#sources[source]?.place(placement, this.#stop.signal);
    this.#settle();
  }

  async describe(): Promise<DescribedLog> {
    const { lines } = this.lines;
    const summary = this.#isIndexed ? (this.#described ??= this.#summarise()) : this.#summarise();
    return {
      log: this.id,
      isIndexed: this.#isIndexed,
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

  /** Failures: `input-invalid`, for an unusable expression. */
  async makeView(
    filter: LogFilter,
    signal: AbortSignal,
  ): Promise<Result<{ view: number; rows: number; hits: number; isCut: boolean }>> {
    const lines = this.lines;
    const { search } = filter;
    let hits: LineSet | null = null;
    let isCut = false;
    if (search !== null && search.text !== "") {
      const pattern = compileSearch(search);
      if (!pattern.ok) return pattern;
      hits = new LineSet(lines.lines);
      for (const [place, source] of this.#sources.entries()) {
        const found = await searchLines(source.log, pattern.value, { signal });
        for (const line of found.lines) hits.add((lines.bases[place] ?? 0) + line);
        isCut ||= found.isCut;
      }
    }
    const marked = filter.onlyMarked ? await this.#markedLines() : null;
    const rows = filterLines(lines, filter, { hits, marked });
    const count = rows?.length ?? lines.lines;
    const view = { rows, count, hits, hitCount: hits === null ? 0 : countHits(lines, { rows, count }, hits) };
    this.#views.set(++this.#lastView, view);
    const [, oldest] = this.#views.keys();
    if (this.#views.size > mostViews && oldest !== undefined) this.#views.delete(oldest);
    return succeed({ view: this.#lastView, rows: count, hits: view.hitCount, isCut });
  }

  /** A view that is not there any more shows nothing; view 0 is every line there is by now. */
  findView(view: number): LogView {
    if (view === 0) return { rows: null, count: this.lines.lines, hits: null, hitCount: 0 };
    return this.#views.get(view) ?? { rows: new Uint32Array(0), count: 0, hits: null, hitCount: 0 };
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
    for (const source of this.#sources) await source.close();
  }

  async #markedLines(): Promise<LineSet> {
    const marked = new LineSet(this.lines.lines);
    for (const { line } of await this.listMarks()) marked.add(line);
    return marked;
  }

  #settle(): void {
    this.#order = this.#sources.length > 1 ? mergeByTime(this.#sources.map(({ log }) => log.index)) : null;
    this.#isIndexed = true;
    this.#described = null;
    this.#kept = null;
  }

  #summarise(): Pick<DescribedLog, "first" | "last" | "programs" | "severities"> {
    if (!this.#isIndexed) return { first: null, last: null, programs: [], severities: emptySeverities };
    return { ...findSpan(this.#sources), ...countTags(this.#sources) };
  }
}

const emptySeverities = { error: 0, warning: 0, info: 0, debug: 0, none: 0 };

function countHits(lines: LogLines, view: Pick<LogView, "rows" | "count">, hits: LineSet): number {
  let count = 0;
  for (let row = 0; row < view.count; row++) if (hits.has(lineOfRow(lines, view, row))) count++;
  return count;
}
