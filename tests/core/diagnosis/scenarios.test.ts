import { describe, expect, test } from "vitest";
import { causeIds } from "../../../electron/core/diagnosis/knowledge/signs.ts";
import { judgeAll, judgeThinned, readReliability, shareFirst } from "./scenarios/judge.ts";
import { scenarios, thinnedSeeds, tuningSeeds, unseenSeeds } from "./scenarios/registry.ts";

const judged = judgeAll(scenarios, unseenSeeds);

describe("labelled failures, on seeds that no weight was found with", () => {
  test("there are at least sixty, with every cause among them", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60);
    expect(causeIds.filter((cause) => !scenarios.some(({ label }) => label === cause))).toEqual([]);
  });

  test("no unseen seed was ever used for tuning", () => {
    const tuned: readonly number[] = tuningSeeds;
    expect(unseenSeeds.filter((seed) => tuned.includes(seed))).toEqual([]);
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

  test("of causes given so much confidence, about so many are right", () => {
    const bands = readReliability(judgeThinned(scenarios, thinnedSeeds)).filter(({ count }) => count >= 20);
    expect(bands.filter(({ meant, right }) => Math.abs(meant - right) > 0.15)).toEqual([]);
  });
});
