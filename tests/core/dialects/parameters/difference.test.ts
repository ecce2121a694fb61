import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDifference, findDifference } from "../../../../electron/core/dialects/parameters/difference.ts";

test("one text is made the other, whatever the two are", () => {
  const text = fc.string({ maxLength: 60, unit: fc.constantFrom("a", "b", "c", "\r", "\n", "=") });
  fc.assert(
    fc.property(text, text, (from, to) => {
      expect(applyDifference(from, findDifference(from, to) ?? [])).toBe(to);
    }),
    { numRuns: 300, seed: 20_261_122 },
  );
});

test("what stands between two changes is no part of them", () => {
  const [from, to] = ["ip=10.0.0.1\npsk=hidden\ndns=9.9.9.9\n", "ip=10.0.0.2\npsk=hidden\ndns=1.1.1.1\n"];
  const kept = findDifference(from, to)?.map(({ insert }) => insert);
  expect(kept).toEqual(["2", "1", "1", "1", "1"]);
});

test("texts that have little in common are not compared to the end", () => {
  expect(findDifference("a".repeat(2000), "b".repeat(2000))).toBeNull();
});
