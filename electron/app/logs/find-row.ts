// Where in a view something is: a line, a time, the next hit, bookmark or meaning.
import type { Input } from "../../contract/commands.ts";
import { findPlace, lineOfRow, type LogView } from "./log-view.ts";
import type { OpenedLog } from "./opened-log.ts";

type Wanted = Input<"log.find">["wanted"];

/** Null where there is none; for a line that the view leaves out, the first one after it. */
export async function findRow(log: OpenedLog, view: LogView, wanted: Wanted): Promise<number | null> {
  switch (wanted.kind) {
    case "line":
      return findLine(log, view, wanted.line);
    case "number":
      return findLine(log, view, (log.lines.bases[wanted.source] ?? 0) + wanted.number - 1);
    case "time":
      return findTime(log, view, wanted.time);
    case "hit":
    case "mark":
    case "meaning":
      return findNext({ log, view }, await makeTest(log, view, wanted.kind), wanted);
  }
}

function findLine(log: OpenedLog, view: LogView, line: number): number | null {
  const lines = log.lines;
  if (view.count === 0) return null;
  // Without an order of their own, rows are sorted by line.
  if (lines.order === null) {
    if (view.rows === null) return Math.min(line, view.count - 1);
    return Math.min(
      findFirst(view.count, (row) => (view.rows?.[row] ?? 0) >= line),
      view.count - 1,
    );
  }
  for (let row = 0; row < view.count; row++) if (lineOfRow(lines, view, row) === line) return row;
  const time = log.describeLine(line).time;
  return time === null ? null : findTime(log, view, time);
}

function findTime(log: OpenedLog, view: LogView, time: number): number | null {
  if (view.count === 0) return null;
  const lines = log.lines;
  const timeOf = (row: number): number => {
    // A line without a time counts as the timed one above it.
    for (let at = row; at >= 0 && at > row - 10_000; at--) {
      const place = findPlace(lines, lineOfRow(lines, view, at));
      const found = lines.sources[place.source]?.timeAt(place.line) ?? Number.NaN;
      if (!Number.isNaN(found)) return found;
    }
    return Number.NEGATIVE_INFINITY;
  };
  return Math.min(
    findFirst(view.count, (row) => timeOf(row) >= time),
    view.count - 1,
  );
}

async function makeTest(
  log: OpenedLog,
  view: LogView,
  kind: "hit" | "mark" | "meaning",
): Promise<(line: number) => boolean> {
  if (kind === "hit") return (line) => view.hits?.has(line) === true;
  if (kind === "mark") {
    const marked = new Set((await log.listMarks()).map(({ line }) => line));
    return (line) => marked.has(line);
  }
  const lines = log.lines;
  return (line) => {
    const place = findPlace(lines, line);
    const index = lines.sources[place.source]?.log.index;
    return index !== undefined && index.meaningAt(place.line) !== 0;
  };
}

function findNext(
  { log, view }: { readonly log: OpenedLog; readonly view: LogView },
  test: (line: number) => boolean,
  { from, isForward }: { readonly from: number; readonly isForward: boolean },
): number | null {
  const lines = log.lines;
  const step = isForward ? 1 : -1;
  for (let row = from; row >= 0 && row < view.count; row += step) {
    if (test(lineOfRow(lines, view, row))) return row;
  }
  return null;
}

/** The first of `count` numbers for which the test holds, which it does for all after it; `count` where there is none. */
function findFirst(count: number, test: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
