import { expect, test } from "vitest";
import { findMedian, isWithinLimit, makeRow, printTable } from "./rows.ts";

const terms = { name: "a", limit: 1.15, note: "n" };

test("the median of an even number of values lies between the middle two", () => {
  expect(findMedian([4, 1, 3, 2])).toBe(2.5);
});

test("a row compares medians", () => {
  const row = makeRow(terms, { ours: [110, 90, 100], peer: [100, 100, 500] });
  expect(row).toEqual({ name: "a", limit: 1.15, note: "n", ours: 100, peer: 100, ratio: 1, unit: "ms" });
});

test("a row that was not measured on our side is never within its limit", () => {
  expect(isWithinLimit(makeRow(terms, { ours: [], peer: [100] }))).toBe(false);
});

test("the table marks a row over its limit", () => {
  expect(printTable([makeRow(terms, { ours: [120], peer: [100] })])).toContain("1.200  1.15   OVER");
});
