import { describe, expect, test } from "vitest";
import { measured } from "../../../electron/core/diagnosis/believe.ts";
import { causeIds } from "../../../electron/core/diagnosis/knowledge/signs.ts";
import { fitConfidence } from "./scenarios/fit-confidence.ts";
import { judgeAll, judgeThinned, makeCase, readReliability, shareFirst, thinned } from "./scenarios/judge.ts";
import { scenarios, thinnedSeeds, tuningSeeds, unseenSeeds } from "./scenarios/registry.ts";

/** Of 1: how far what a band of confidences promises may be from what it keeps. */
const tolerance = 0.1;

const judged = judgeAll(scenarios, unseenSeeds);

describe("labelled failures, on seeds that no weight was found with", () => {
  test("there are at least sixty, with every cause among them", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60);
    expect(causeIds.filter((cause) => !scenarios.some(({ label }) => label === cause))).toEqual([]);
  });

  test("no unseen seed was ever used for tuning", () => {
    expect([...unseenSeeds, ...thinnedSeeds].filter((seed) => tuningSeeds.includes(seed))).toEqual([]);
  });

  test("no seed makes the same case of a failure as another", () => {
    const cases = [...tuningSeeds, ...thinnedSeeds].map((seed) =>
      JSON.stringify(thinned(scenarios).map((scenario, at) => makeCase(scenario, seed, at))),
    );
    expect(new Set(cases).size).toBe(cases.length);
  });

  test("every cause comes first in one of them", () => {
    expect(causeIds.filter((cause) => !judged.some(({ said }) => said === cause))).toEqual([]);
  });

  test("the right cause is the first in at least 95 of 100", () => {
    const wrong = judged
      .filter(({ place }) => place !== 1)
      .map(({ name, label, said }) => `${name}: ${label}, not ${said}`);
    expect(shareFirst(judged), wrong.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  test("the right cause is always among the first three", () => {
    const beyond = judged.filter(({ place }) => place === null || place > 3);
    expect(beyond.map(({ name, label, said }) => `${name}: ${label}, not ${said}`)).toEqual([]);
  });

  test("nobody is told to work on the network when the host answered", () => {
    expect(judged.filter(({ isMisled }) => isMisled).map(({ name }) => name)).toEqual([]);
  });

  test("evidence at odds is unknown, and something is asked or said to decide it", () => {
    const unknown = judged.filter(({ label }) => label === "unknown");
    expect(unknown.filter(({ said, diagnosed }) => said !== "unknown" || diagnosed.advice.shop.length === 0)).toEqual(
      [],
    );
  });

  test("the table of confidences is what the tuning seeds give, and no other", () => {
    expect(measured).toEqual(fitConfidence());
  });

  test("of causes given so much confidence, about so many are right, on seeds that the table has not seen", () => {
    const bands = readReliability(judgeThinned(scenarios, thinnedSeeds)).filter(({ count }) => count >= 100);
    expect(bands.length).toBe(6);
    expect(bands.filter(({ meant, right }) => Math.abs(meant - right) > tolerance)).toEqual([]);
  });
});
