import { expect, test } from "vitest";
import { putBack, TimeLine } from "../../../../electron/core/logs/time/time-line.ts";
import type { WallTime } from "../../../../electron/core/logs/time/wall-time.ts";

const reference = Date.UTC(2026, 10, 22, 12);
const options = { reference, offset: 0, ahead: 0 };
const dated = (month: number, day: number, hour = 0): WallTime => ({
  year: 0,
  month,
  day,
  millisecond: hour * 3_600_000,
  offset: null,
});

function place(times: readonly WallTime[], more: Partial<typeof options> = {}): readonly string[] {
  const line = new TimeLine({ ...options, ...more });
  const placed = times.map((time, at) => line.place(time, at));
  const years = line.yearsTooLate;
  return placed.map((time) => new Date(putBack(time, years)).toISOString().slice(0, 16));
}

test("a date without a year is of the year that the log was written in", () => {
  expect(place([dated(11, 21, 9), dated(11, 22, 9)])).toEqual(["2026-11-21T09:00", "2026-11-22T09:00"]);
});

test("a log that passes the turn of the year ends in the year it was written in", () => {
  expect(place([dated(12, 31, 23), dated(1, 1, 0), dated(11, 22, 9)])).toEqual([
    "2025-12-31T23:00",
    "2026-01-01T00:00",
    "2026-11-22T09:00",
  ]);
});

test("a date that would be in the future is of the year before", () => {
  expect(place([dated(12, 24, 9)])).toEqual(["2025-12-24T09:00"]);
});

test("a zone that the line names beats the source's", () => {
  const named: WallTime = { year: 2026, month: 11, day: 22, millisecond: 0, offset: 480 };
  expect([place([named], { offset: 60 }), place([{ ...named, offset: null }], { offset: 60 })]).toEqual([
    ["2026-11-21T16:00"],
    ["2026-11-21T23:00"],
  ]);
});

test("a clock that was ahead is put right", () => {
  expect(place([dated(11, 22, 9)], { ahead: 3_600_000 })).toEqual(["2026-11-22T08:00"]);
});

test("time of day alone passes midnight", () => {
  expect(place([{ timeOfDay: 86_000_000 }, { timeOfDay: 1_000 }])).toEqual(["2026-11-22T23:53", "2026-11-23T00:00"]);
});

test("a step back and a gap are marked with their lines", () => {
  const line = new TimeLine(options);
  [dated(11, 20, 9), dated(11, 20, 8), dated(11, 20, 12), dated(11, 20, 12)].forEach((time, at) =>
    line.place(time, at),
  );
  expect(line.jumps.map((jump) => jump.line)).toEqual([1, 2]);
});
