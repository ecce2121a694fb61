import { expect, test } from "vitest";
import { judgeLeft, leftAtRate } from "../../../renderer/features/wait/judge-left.ts";

test.each([
  [0, 800, null],
  [0, 2000, "2 seconds"],
  [1001, 2000, "1 seconds"],
  [2500, 2000, "0 soon"],
  [3001, 2000, "0 longer"],
  [1100, 800, "0 soon"],
  [1600, 800, "0 longer"],
  [0, 90_000, "90 seconds"],
  [0, 300_000, "5 minutes"],
] as const)("%i of %i ms: %s", (elapsed, expected, said) => {
  const left = judgeLeft(elapsed, expected);
  expect(left === null ? null : `${left.count} ${left.kind}`).toBe(said);
});

test.each([
  [2000, { done: 25, all: 100 }, 6000],
  [2000, { done: 100, all: 100 }, 0],
  [2000, { done: 120, all: 100 }, 0],
  [500, { done: 25, all: 100 }, null],
  [2000, { done: 0, all: 100 }, null],
  [2000, { done: 10, all: 0 }, null],
] as const)("after %i ms of %j: %s ms", (elapsed, progress, left) => {
  expect(leftAtRate(elapsed, progress)).toBe(left);
});
