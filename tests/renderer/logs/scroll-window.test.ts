import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOfTop, scaleScroll, topOfPlace } from "../../../renderer/features/logs/viewer/scroll-window.ts";

const chromiumsCap = 33_554_428;

test("the bar of a hundred million rows is no taller than a browser allows, and its ends are the ends of the rows", () => {
  const scale = scaleScroll(100_000_000, 20, 800);
  const ends = [topOfPlace(0, scale, 800), topOfPlace(scale.height - 800, scale, 800)];
  expect([scale.height < chromiumsCap, ends]).toEqual([true, [0, 100_000_000 - 40]]);
});

test("a row on top has a place on the bar that leads back to it, to a thousandth of all rows", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
      const scale = scaleScroll(rows, 20, 800);
      const top = scale.lastTop * share;
      const back = topOfPlace(Math.round(placeOfTop(top, scale, 800)), scale, 800);
      expect(Math.abs(back - top)).toBeLessThanOrEqual(Math.max(1, rows / 1000));
    }),
  );
});

test("few rows have a bar of their own height, and fewer than a screen none", () => {
  expect([scaleScroll(100, 20, 800), scaleScroll(3, 20, 800)]).toEqual([
    { height: 2000, lastTop: 60 },
    { height: 800, lastTop: 0 },
  ]);
});
