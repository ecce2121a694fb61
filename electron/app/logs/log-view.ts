// A filter -> the rows that it lets through, as numbers of lines counted through all sources, in the log's own order.
import type { LogFilter, SeverityFilter } from "../../contract/opened-logs.ts";
import type { LogSource } from "./log-source.ts";

/** Lines of a log as a viewer needs them; `order` null: as they are counted. */
export interface LogLines {
  readonly sources: readonly LogSource[];
  readonly bases: readonly number[];
  readonly order: Uint32Array | null;
  readonly lines: number;
}

export interface LogView {
  /** Null: every line, in the log's order. */
  readonly rows: Uint32Array | null;
  readonly count: number;
  readonly hits: LineSet | null;
  readonly hitCount: number;
}

/** A bit for each line. */
export class LineSet {
  readonly #bits: Uint8Array;

  constructor(lines: number) {
    this.#bits = new Uint8Array((lines >> 3) + 1);
  }

  add(line: number): void {
    const at = line >> 3;
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (line & 7));
  }

  /** The same, with room for more. */
  widen(lines: number): LineSet {
    const wider = new LineSet(lines);
    wider.#bits.set(this.#bits);
    return wider;
  }

  delete(line: number): void {
    const at = line >> 3;
    this.#bits[at] = (this.#bits[at] ?? 0) & ~(1 << (line & 7));
  }

  has(line: number): boolean {
    return ((this.#bits[line >> 3] ?? 0) & (1 << (line & 7))) !== 0;
  }
}

export interface Place {
  readonly source: number;
  /** From 0, within the source. */
  readonly line: number;
}

export function findPlace({ bases }: Pick<LogLines, "bases">, line: number): Place {
  let source = bases.length - 1;
  while (source > 0 && (bases[source] ?? 0) > line) source--;
  return { source, line: line - (bases[source] ?? 0) };
}

export function lineOfRow({ order }: Pick<LogLines, "order">, { rows }: Pick<LogView, "rows">, row: number): number {
  if (rows !== null) return rows[row] ?? 0;
  return order === null ? row : (order[row] ?? 0);
}

/** Null where the filter lets everything through; from the line `first` on, where there is one source only. */
export function filterLines(
  lines: LogLines,
  filter: LogFilter,
  {
    hits,
    marked,
    first = 0,
  }: { readonly hits: LineSet | null; readonly marked: LineSet | null; readonly first?: number },
): Uint32Array | null {
  const onlyHits = filter.onlyHits ? hits : null;
  const asks = [filter.sources, filter.programs, filter.severities, filter.causes, filter.from, filter.to];
  if (asks.every((each) => each === null) && onlyHits === null && marked === null) return null;
  const tests = lines.sources.map((source, place) => testSource(source, place, { filter, first }));
  const rows = new Uint32Array(lines.lines - first);
  let count = 0;
  for (let at = first; at < lines.lines; at++) {
    const line = lines.order === null ? at : (lines.order[at] ?? 0);
    if (onlyHits !== null && !onlyHits.has(line)) continue;
    if (marked !== null && !marked.has(line)) continue;
    const place = lines.sources.length === 1 ? { source: 0, line } : findPlace(lines, line);
    if (tests[place.source]?.(place.line) === true) rows[count++] = line;
  }
  return rows.slice(0, count);
}

/** Lines of one source come in order: one without a time has that of the line before it. */
function testSource(
  source: LogSource,
  place: number,
  { filter, first }: { readonly filter: LogFilter; readonly first: number },
): (line: number) => boolean {
  if (filter.sources !== null && !filter.sources.includes(place)) return () => false;
  const { index, indexer } = source.log;
  const tags = indexer.tags.map(({ source: program, severity }) => isWanted({ program, severity }, filter));
  const meanings = indexer.meanings.map((meaning) => isMeant(meaning?.cause ?? null, meaning !== null, filter));
  const [from, to] = [filter.from ?? Number.NEGATIVE_INFINITY, filter.to ?? Number.POSITIVE_INFINITY];
  const isTimed = filter.from !== null || filter.to !== null;
  let time = Number.NaN;
  let last = first - 1;
  for (let at = last; isTimed && at >= 0 && Number.isNaN(time); at--) time = index.timeAt(at);
  return (line) => {
    if (isTimed) {
      for (; last < line; last++) {
        const next = index.timeAt(last + 1);
        if (!Number.isNaN(next)) time = next;
      }
      if (!(time >= from && time <= to)) return false;
    }
    return tags[index.tagAt(line)] === true && meanings[index.meaningAt(line)] === true;
  };
}

function isWanted(
  { program, severity }: { readonly program: string | null; readonly severity: string | null },
  { programs, severities }: LogFilter,
): boolean {
  if (programs !== null && !programs.includes(program ?? "")) return false;
  return severities === null || severities.includes((severity ?? "none") as SeverityFilter);
}

function isMeant(cause: string | null, isMeaningful: boolean, { causes }: LogFilter): boolean {
  if (causes === null) return true;
  if (causes.includes("any") && isMeaningful) return true;
  return cause !== null && causes.includes(cause);
}
