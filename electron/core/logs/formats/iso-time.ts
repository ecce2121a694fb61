import { readOffset, readTimeOfDay, type WallTime } from "../time/wall-time.ts";

const stamp = /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d(?:[.,]\d{1,9})?)(Z|[+-]\d\d:?\d\d)?$/;

/** `2026-11-22T10:31:05.123+08:00`, the zone or not; null for anything else. */
export function readIsoTime(text: string): WallTime | null {
  const [, year, month, day, clock = "", zone] = stamp.exec(text) ?? [];
  const millisecond = readTimeOfDay(clock);
  if (year === undefined || Number.isNaN(millisecond)) return null;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    millisecond,
    offset: zone === undefined ? null : readOffset(zone),
  };
}
