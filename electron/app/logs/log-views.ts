// The views of one log: what a filter lets through, kept by number, and made longer when the log grows.
import type { LogFilter } from "../../contract/opened-logs.ts";
import { type Result, succeed } from "../../core/failures/result.ts";
import { compileSearch, type LinePattern } from "./line-pattern.ts";
import { filterLines, lineOfRow, LineSet, type LogLines, type LogView } from "./log-view.ts";
import { searchLines } from "./search-lines.ts";

export interface MadeView {
  readonly view: number;
  readonly rows: number;
  readonly hits: number;
  /** The search was stopped by its limits. */
  readonly isCut: boolean;
}

interface KeptView extends LogView {
  readonly filter: LogFilter;
  readonly pattern: LinePattern | null;
  readonly isCut: boolean;
  /** Lines that it knows. */
  readonly lines: number;
}

interface ViewedLog {
  readonly lines: () => LogLines;
  readonly markedLines: () => Promise<LineSet>;
}

const mostViews = 8;
const nothing: LogView = { rows: new Uint32Array(0), count: 0, hits: null, hitCount: 0 };

export class LogViews {
  readonly #log: ViewedLog;
  readonly #kept = new Map<number, KeptView>();
  #last = 0;

  constructor(log: ViewedLog) {
    this.#log = log;
  }

  /** Failures: `input-invalid`, for an unusable expression. */
  async make(filter: LogFilter, signal: AbortSignal): Promise<Result<MadeView>> {
    const { search } = filter;
    const compiled = search === null || search.text === "" ? succeed(null) : compileSearch(search);
    if (!compiled.ok) return compiled;
    const lines = this.#log.lines();
    const { hits, isCut } = await findHits(lines, compiled.value, signal);
    const marked = filter.onlyMarked ? await this.#log.markedLines() : null;
    const rows = filterLines(lines, filter, { hits, marked });
    const count = rows?.length ?? lines.lines;
    const hitCount = hits === null ? 0 : countHits(lines, { rows, count }, hits);
    this.#kept.set(++this.#last, {
      ...{ rows, count, hits, hitCount, isCut, filter },
      pattern: compiled.value,
      lines: lines.lines,
    });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostViews && oldest !== undefined) this.#kept.delete(oldest);
    return succeed({ view: this.#last, rows: count, hits: hitCount, isCut });
  }

  /** A view that is not there any more shows nothing; view 0 is every line there is by now. */
  find(view: number): LogView {
    if (view === 0) return { rows: null, count: this.#log.lines().lines, hits: null, hitCount: 0 };
    return this.#kept.get(view) ?? nothing;
  }

  isCut(view: number): boolean {
    return this.#kept.get(view)?.isCut === true;
  }

  /** Lines were added behind all others, the first of them perhaps only made longer. */
  async extend(first: number, signal: AbortSignal): Promise<void> {
    for (const [number, view] of this.#kept) {
      const longer = await this.#lengthen(view, Math.min(first, view.lines), signal);
      if (this.#kept.has(number)) this.#kept.set(number, longer);
    }
  }

  /** A view that was being made while lines were added. */
  async catchUp(number: number, signal: AbortSignal): Promise<void> {
    const view = this.#kept.get(number);
    if (view === undefined || view.lines === this.#log.lines().lines) return;
    this.#kept.set(number, await this.#lengthen(view, view.lines, signal));
  }

  /** Lines have other numbers than before. */
  clear(): void {
    this.#kept.clear();
  }

  async #lengthen(view: KeptView, first: number, signal: AbortSignal): Promise<KeptView> {
    const lines = this.#log.lines();
    const { filter, pattern } = view;
    const hits = view.hits?.widen(lines.lines) ?? null;
    hits?.delete(first);
    let isCut = view.isCut;
    const [source] = lines.sources;
    if (hits !== null && pattern !== null && source !== undefined && !isCut) {
      const found = await searchLines(source.log, pattern, { signal, first });
      for (const line of found.lines) hits.add(line);
      isCut = found.isCut;
    }
    const marked = filter.onlyMarked ? await this.#log.markedLines() : null;
    const more = filterLines(lines, filter, { hits, marked, first });
    const kept = view.rows?.subarray(0, view.rows.at(-1) === first ? -1 : undefined);
    const rows = more === null || kept === undefined ? null : joinRows(kept, more);
    const count = rows?.length ?? lines.lines;
    const before = rows === null ? Math.min(first, view.count) : (kept?.length ?? 0);
    const added = hits === null ? 0 : countHits(lines, { rows, count, first: before }, hits);
    const hitCount = view.hitCount - (isHitInView(view, first) ? 1 : 0) + added;
    return { ...view, rows, count, hits, hitCount, isCut, lines: lines.lines };
  }
}

/** Of a line that is about to be read again. */
function isHitInView({ rows, count, hits }: LogView, line: number): boolean {
  const isInView = rows === null ? line < count : rows.at(-1) === line;
  return isInView && hits?.has(line) === true;
}

function joinRows(before: Uint32Array, added: Uint32Array): Uint32Array {
  const rows = new Uint32Array(before.length + added.length);
  rows.set(before);
  rows.set(added, before.length);
  return rows;
}

async function findHits(
  lines: LogLines,
  pattern: LinePattern | null,
  signal: AbortSignal,
): Promise<{ readonly hits: LineSet | null; readonly isCut: boolean }> {
  if (pattern === null) return { hits: null, isCut: false };
  const hits = new LineSet(lines.lines);
  let isCut = false;
  for (const [place, source] of lines.sources.entries()) {
    const found = await searchLines(source.log, pattern, { signal });
    for (const line of found.lines) hits.add((lines.bases[place] ?? 0) + line);
    isCut ||= found.isCut;
  }
  return { hits, isCut };
}

function countHits(
  lines: LogLines,
  { rows, count: all, first = 0 }: Pick<LogView, "rows" | "count"> & { readonly first?: number },
  hits: LineSet,
): number {
  let count = 0;
  for (let row = first; row < all; row++) if (hits.has(lineOfRow(lines, { rows }, row))) count++;
  return count;
}
