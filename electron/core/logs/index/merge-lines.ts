// Several indexed logs -> one order of all their lines by time. Each log keeps its own order: a line without a time, or one
// whose clock stepped back, stays behind the line before it. Logs that have no times come last, in the order given: what was
// packed beside the logs is seldom what somebody looks for.
import type { LogIndex } from "./log-index.ts";

/** Numbers of lines counted through all logs: those of the first log, then those of the second, and so on. */
export function mergeByTime(logs: readonly LogIndex[]): Uint32Array {
  const bases = findBases(logs);
  const total = logs.reduce((sum, { lines }) => sum + lines, 0);
  const order = new Uint32Array(total);
  const heads = logs.map(() => 0);
  const times = logs.map((log) =>
    hasTimes(log) ? nextTime(log, 0, Number.NEGATIVE_INFINITY) : Number.POSITIVE_INFINITY,
  );
  for (let at = 0; at < total; ) {
    const [first, second] = findEarliest(times);
    const log = logs[first];
    if (log === undefined) break;
    let line = heads[first] ?? 0;
    let time = times[first] ?? 0;
    // As long as nobody else's turn comes.
    do {
      order[at++] = (bases[first] ?? 0) + line++;
      time = line < log.lines ? nextTime(log, line, time) : Number.POSITIVE_INFINITY;
    } while (line < log.lines && (time < second.time || (time === second.time && first < second.place)));
    heads[first] = line;
    times[first] = line < log.lines ? time : Number.NaN;
  }
  return order;
}

/** Where each log's numbers begin. */
export function findBases(logs: readonly { readonly lines: number }[]): readonly number[] {
  let sum = 0;
  return logs.map(({ lines }) => (sum += lines) - lines);
}

function hasTimes(log: LogIndex): boolean {
  for (let line = 0; line < log.lines; line++) if (!Number.isNaN(log.timeAt(line))) return true;
  return false;
}

function nextTime(log: LogIndex, line: number, before: number): number {
  const time = log.timeAt(line);
  return time > before ? time : before;
}

/** Whose line comes next, and whose the one after that; NaN stands for a log that is over. */
function findEarliest(times: readonly number[]): readonly [number, { readonly time: number; readonly place: number }] {
  let first = -1;
  let second = -1;
  times.forEach((time, place) => {
    if (Number.isNaN(time)) return;
    if (first < 0 || time < (times[first] ?? 0)) [second, first] = [first, place];
    else if (second < 0 || time < (times[second] ?? 0)) second = place;
  });
  return [first, { time: second < 0 ? Number.POSITIVE_INFINITY : (times[second] ?? 0), place: second }];
}
