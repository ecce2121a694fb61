// Applications of terminals: time and place in the source between brackets, a date or not.
//
//   [10:31:05 comm.c,188] connect failed      [2026-11-22 10:31:05.120] connect failed
import { readTimeOfDay } from "../time/wall-time.ts";
import { readIsoTime } from "./iso-time.ts";
import type { LineFormat } from "./line-format.ts";

const timed = /^\[(\d\d:\d\d:\d\d(?:[.,]\d{1,6})?)(?:[ ,]+([^\],]+)(?:,\d+)?)?\] ?(.*)$/;
const dated = /^\[?(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,6})?)\]?[ ,:]*(.*)$/;

export const bracketed: LineFormat = {
  id: "bracketed",
  read(text) {
    const [, clock = "", file, message = ""] = timed.exec(text) ?? [];
    const timeOfDay = readTimeOfDay(clock);
    if (!Number.isNaN(timeOfDay)) return { time: { timeOfDay }, severity: null, source: file ?? null, message };
    const [, stamp, said = ""] = dated.exec(text) ?? [];
    const time = stamp === undefined ? null : readIsoTime(stamp);
    return time === null ? null : { time, severity: null, source: null, message: said };
  },
};
