// How far a confidence can be believed: the table is what tuning seeds give, and holds on seeds that no fit has seen.
import { describe, expect, test } from "vitest";
import { measured } from "../../../electron/core/diagnosis/believe.ts";
import { fitConfidence } from "../../core/diagnosis/scenarios/fit-confidence.ts";
import { judgeThinned, makeCase, readReliability, thinned } from "../../core/diagnosis/scenarios/judge.ts";
import { scenarios, thinnedSeeds, tuningSeeds } from "../../core/diagnosis/scenarios/registry.ts";

/** Of 1: how far what a band of confidences promises may be from what it keeps. */
const tolerance = 0.1;

describe("confidence", () => {
  test("the table is what the tuning seeds give, and no other", () => {
    expect(measured).toEqual(fitConfidence());
  });

  test("no seed makes the same cases as another", () => {
    const cases = [...tuningSeeds, ...thinnedSeeds].map((seed) =>
      JSON.stringify(thinned(scenarios).map((scenario, at) => makeCase(scenario, seed, at))),
    );
    expect(new Set(cases).size).toBe(cases.length);
  });

  test("of causes given so much, about so many are right, on seeds that the table has not seen", () => {
    const bands = readReliability(judgeThinned(scenarios, thinnedSeeds)).filter(({ count }) => count >= 100);
    const wrong = bands.filter(({ meant, right }) => Math.abs(meant - right) > tolerance);
    expect([bands.length, wrong]).toEqual([6, []]);
  });
});
