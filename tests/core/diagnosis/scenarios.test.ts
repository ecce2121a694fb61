import { describe, expect, test } from "vitest";
import { adviceByCause } from "../../../electron/core/diagnosis/knowledge/advice.ts";
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

  test("each of the three people is told something wherever a cause stands out", () => {
    const bare = judged.filter(({ diagnosed: { verdict, advice } }) =>
      verdict === "unknown"
        ? advice.shop.length === 0
        : advice.shop.length * advice.distributor.length * advice.technician.length === 0,
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  test("what the settings themselves show to be wrong is offered as a correction, and nothing for keys or what is elsewhere", () => {
    const corrected = judged.filter(({ diagnosed }) => diagnosed.advice.corrections.length > 0);
    expect([...new Set(corrected.map(({ said }) => said))].toSorted()).toEqual(["C07", "C08", "C19"]);
    const mendable = [...adviceByCause.values()].filter(({ push }) => push === "yes").map(({ cause }) => cause);
    expect(["C07", "C08", "C19"].filter((cause) => !mendable.includes(cause))).toEqual([]);
  });

  test("what lies with somebody else names whom to call", () => {
    const called = Object.fromEntries(judged.map(({ said, diagnosed }) => [said, diagnosed.advice.call]));
    expect(called).toMatchObject({
      ...{ C04: "network-operator", C11: "network-operator", C20: "vendor", C22: "acquirer", C23: "acquirer" },
      ...{ C24: "acquirer", C25: "vendor", C26: "acquirer", C28: "repair" },
    });
  });
});
