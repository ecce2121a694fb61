import { expect, test } from "vitest";
import type { Slot } from "../../../electron/contract/provisioning.ts";
import { emptyCard } from "../../../electron/app/provisioning/slot-board.ts";
import { findLeft, learnSteps, stepPace } from "../../../renderer/features/provisioning/step-pace.ts";

const pace = stepPace.read();

function card(step: Slot["step"], second: number, state: Slot["state"] = "working"): Slot {
  return { ...emptyCard("1-1", new Date(Date.UTC(2026, 10, 22, 8, 0, second)).toISOString()), step, state };
}

test("a step that took longer counts half, and only that step", () => {
  const learned = learnSteps(pace, [card("reading", 10)], [card("planning", 20), card("pushing", 21)]);
  expect(learned).toEqual({ ...pace, reading: (pace.reading + 10_000) / 2, planning: (pace.planning + 1000) / 2 });
});

test("a step that ended in a stop teaches nothing, nor does a card that nobody has seen before", () => {
  expect(learnSteps(pace, [card("reading", 10)], [card("reading", 40, "stop")])).toEqual(pace);
  expect(learnSteps(pace, [], [card("planning", 20)])).toEqual(pace);
});

test("what is left is the rest of its step and all behind it", () => {
  const now = Date.UTC(2026, 10, 22, 8, 0, 12);
  const behind = pace.confirming + pace.reporting;
  expect(findLeft(card("testing", 11), pace, now)).toEqual({ elapsed: 1000, expected: pace.testing + behind });
  expect(findLeft(card(null, 11), pace, now)).toBeNull();
});
