import { describe, expect, test } from "vitest";
import { causeIds } from "../../../electron/core/diagnosis/knowledge/signs.ts";
import { judgeAll, shareFirst } from "./scenarios/judge.ts";
import { scenarios, thinnedSeeds, tuningSeeds, unseenSeeds } from "./scenarios/registry.ts";

const judged = judgeAll(scenarios, unseenSeeds);

describe("labelled failures, on seeds that no weight was found with", () => {
  test("there are at least sixty, with every cause among them", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60);
    expect(causeIds.filter((cause) => !scenarios.some(({ label }) => label === cause))).toEqual([]);
  });

  test("no unseen seed was ever used for tuning", () => {
    expect([...unseenSeeds, ...thinnedSeeds].filter((seed) => tuningSeeds.includes(seed))).toEqual([]);
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
});
