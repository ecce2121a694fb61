// What a whole log says at a glance: its span, who wrote it, how serious it is, and what it looks like over time.
import type { LogTimeline } from "../../contract/opened-logs.ts";
import { Restarts } from "../../core/logs/analysis/restarts.ts";
import { putBack } from "../../core/logs/time/time-line.ts";
import type { LogSource } from "./log-source.ts";
import { findPlace, lineOfRow, type LogLines, type LogView } from "./log-view.ts";

/** Before this a time counts from a terminal's start and is no date. */
const firstDate = Date.UTC(1980, 0, 1);
const mostPrograms = 200;
const mostMarks = 500;

interface Span {
  readonly first: number | null;
  readonly last: number | null;
}

/** From the first to the last time; where some lines have dates, those without one do not count. */
export function findSpan(sources: readonly LogSource[]): Span {
  const dated = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  const started = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  for (const source of sources) {
    for (let line = 0; line < source.lines; line++) {
      const time = source.timeAt(line);
      const span = time >= firstDate ? dated : started;
      if (time < span.first) span.first = time;
      if (time > span.last) span.last = time;
    }
  }
  const { first, last } = dated.first <= dated.last ? dated : started;
  return first <= last ? { first, last } : { first: null, last: null };
}

export function countTags(sources: readonly LogSource[]): {
  programs: { name: string; lines: number }[];
  severities: { error: number; warning: number; info: number; debug: number; none: number };
} {
  const programs = new Map<string, number>();
  const severities = { error: 0, warning: 0, info: 0, debug: 0, none: 0 };
  for (const { log, lines } of sources) {
    const { tags } = log.indexer;
    const counts = new Uint32Array(tags.length);
    for (let line = 0; line < lines; line++) {
      const tag = log.index.tagAt(line);
      counts[tag] = (counts[tag] ?? 0) + 1;
    }
    tags.forEach(({ source, severity }, place) => {
      const count = counts[place] ?? 0;
      severities[severity ?? "none"] += count;
      if (count > 0) programs.set(source ?? "", (programs.get(source ?? "") ?? 0) + count);
    });
  }
  const sorted = [...programs].sort(([, one], [, other]) => other - one).slice(0, mostPrograms);
  return { programs: sorted.map(([name, lines]) => ({ name, lines })), severities };
}

interface Bucket {
  count: number;
  errors: number;
  warnings: number;
  hits: number;
  readonly causes: Set<string>;
}

export function drawTimeline(
  lines: LogLines,
  view: LogView,
  { count, span }: { count: number; span: Span },
): LogTimeline {
  const { first, last } = span;
  const buckets = Array.from({ length: count }, makeBucket);
  const width = first === null || last === null ? Number.NaN : Math.max(1, last - first) / count;
  const kinds = lines.sources.map(({ log: { indexer } }) => ({
    severities: indexer.tags.map(({ severity }) => severity),
    causes: indexer.meanings.map((meaning) => meaning?.cause ?? null),
  }));
  for (let row = 0; row < view.count; row++) {
    const line = lineOfRow(lines, view, row);
    const place = lines.sources.length === 1 ? { source: 0, line } : findPlace(lines, line);
    const index = lines.sources[place.source]?.log.index;
    const kind = kinds[place.source];
    const at = Math.min(Math.floor(((index?.timeAt(place.line) ?? Number.NaN) - (first ?? 0)) / width), count - 1);
    const bucket = buckets[at];
    if (bucket === undefined || index === undefined || kind === undefined) continue;
    const severity = kind.severities[index.tagAt(place.line)];
    bucket.count++;
    if (severity === "error") bucket.errors++;
    if (severity === "warning") bucket.warnings++;
    if (view.hits?.has(line) === true) bucket.hits++;
    const cause = kind.causes[index.meaningAt(place.line)] ?? null;
    if (cause !== null) bucket.causes.add(cause);
  }
  return {
    first,
    last,
    buckets: buckets.map((bucket) => ({ ...bucket, causes: [...bucket.causes].sort() })),
    ...listSteps(lines),
    restarts: listRestarts(lines),
  };
}

function makeBucket(): Bucket {
  return { count: 0, errors: 0, warnings: 0, hits: 0, causes: new Set() };
}

/** Hours without a line, and where the clock was set back. */
function listSteps({ sources, bases }: LogLines): Pick<LogTimeline, "gaps" | "jumps"> {
  const steps = sources.flatMap(({ log }, place) =>
    log.indexer.jumps.map((jump) => ({
      line: (bases[place] ?? 0) + jump.line - 1,
      from: putBack(jump.from, log.index.yearsTooLate),
      to: putBack(jump.to, log.index.yearsTooLate),
    })),
  );
  return {
    gaps: steps.filter(({ from, to }) => to > from).slice(0, mostMarks),
    jumps: steps.filter(({ from, to }) => to < from).slice(0, mostMarks),
  };
}

function listRestarts({ sources, bases }: LogLines): LogTimeline["restarts"] {
  return sources
    .flatMap(({ log }, place) => {
      const restarts = new Restarts();
      for (const line of log.index.listMeaningful()) {
        const meaning = log.indexer.meanings[log.index.meaningAt(line)];
        if (meaning?.cause === "normal") restarts.add(line, log.index.timeAt(line));
      }
      return restarts.list().map(({ line, time, isDaily }) => ({
        line: (bases[place] ?? 0) + line,
        at: Number.isNaN(time) ? null : time,
        isDaily,
      }));
    })
    .slice(0, mostMarks);
}
