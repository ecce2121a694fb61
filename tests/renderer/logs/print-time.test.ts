import { expect, test } from "vitest";
import { printTimeAfter } from "../../../renderer/features/logs/viewer/print-time.ts";

test("the day is said once, for two moments of one day by the terminal's own clock", () => {
  const [first, later, next] = [Date.UTC(2026, 10, 20, 15), Date.UTC(2026, 10, 20, 15, 30), Date.UTC(2026, 10, 20, 17)];
  expect([printTimeAfter(first, later, 480), printTimeAfter(first, next, 480), printTimeAfter(1000, 5000, 0)]).toEqual([
    "23:30:00",
    "2026-11-21 01:00:00",
    "+00:00:05",
  ]);
});
