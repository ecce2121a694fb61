// What a card of the wall says, which cards are heard, and where arrow keys lead.
import { describe, expect, test } from "vitest";
import { emptyCard } from "../../../electron/app/provisioning/slot-board.ts";
import type { Slot } from "../../../electron/contract/provisioning.ts";
import { makeFailure } from "../../../electron/core/failures/failure.ts";
import { nameFailure } from "../../../renderer/i18n/failures/describe-failure.ts";
import { describeCard } from "../../../renderer/features/provisioning/describe-card.ts";
import { listTurns } from "../../../renderer/features/provisioning/list-turns.ts";
import { moveBetween } from "../../../renderer/features/provisioning/move-between.ts";
import "../../../renderer/i18n/late-words.ts";
import { createTranslate } from "../../../renderer/i18n/translate.ts";

const waiting: Slot = {
  ...emptyCard("1-1.2", "2026-11-23T03:00:00.000Z"),
  port: "/dev/ttyUSB0",
  waitsFor: "terminal",
};
const done: Slot = {
  ...waiting,
  state: "done",
  waitsFor: null,
  address: "192.168.1.41/24",
  site: "North",
  outcome: "confirmed",
};
const stop: Slot = {
  ...waiting,
  state: "stop",
  waitsFor: null,
  failure: makeFailure("row-missing", { serialNumber: "CT3-9" }),
};
const speech = { say: createTranslate("en"), language: "en" } as const;

describe("a card", () => {
  test.each<[string, Slot, string, string]>([
    ["an empty slot asks for a terminal", waiting, "waiting", "Plug in a terminal"],
    [
      "a restart is no stop: it goes on by itself",
      { ...waiting, waitsFor: "restart" },
      "restart",
      "The terminal restarts; it goes on by itself",
    ],
    ["a paused slot says so", { ...waiting, waitsFor: "run" }, "paused", "Not begun while paused"],
    ["a scan awaits its terminal", { ...waiting, waitsFor: "scanned", scanned: "CT3-1" }, "waiting", "For CT3-1"],
    ["work says its step", { ...waiting, state: "working", waitsFor: null, step: "testing" }, "working", "Testing"],
    ["done says the address", done, "done", "192.168.1.41/24"],
    ["a stop says why", stop, "stop", "Not in the plan"],
  ])("%s", (_name, card, look, lead) => {
    expect(describeCard(card, speech)).toMatchObject({ look, lead });
  });

  test("a scan that fits no row is told while the slot waits on", () => {
    const card = { ...waiting, failure: makeFailure("row-missing", { serialNumber: "X" }) };
    expect(describeCard(card, { say: createTranslate("zh-CN"), language: "zh-CN" })).toMatchObject({
      look: "waiting",
      detail: expect.stringContaining("X") as string,
    });
  });

  test("what is done and still waits for a hand on its keys says so", () => {
    const wanted = ["merchantNumber", "tpdu"].map((field) => ({ field, wanted: "1", found: null }));
    expect(describeCard({ ...done, exceptions: wanted }, speech).byHand).toBe("2 values to type on the terminal");
  });

  test("what had everything already is told apart from what was set", () => {
    expect(describeCard({ ...done, outcome: "unchanged" }, speech).detail).toBe("North · had everything already");
  });
});

describe("what is heard", () => {
  test("only the moment at which a card ends, each time that it does", () => {
    const working: Slot = { ...waiting, state: "working", waitsFor: null };
    const turns = listTurns(new Map([["1-1.2", "working"]]), [stop, { ...stop, name: "left" }, working, done]);
    expect(turns.map(({ state }) => state)).toEqual(["stop", "done"]);
  });

  test("a card that had ended before is not heard again", () => {
    expect(listTurns(new Map([["1-1.2", "done"]]), [{ ...done, name: "left" }])).toEqual([]);
  });
});

describe("arrow keys among seven cards, three in a line", () => {
  test.each([
    ["ArrowRight", 2, 3],
    ["ArrowDown", 1, 4],
    ["ArrowDown", 5, 5],
    ["ArrowUp", 6, 3],
    ["ArrowLeft", 0, 0],
    ["End", 0, 6],
    ["p", 0, null],
  ])("%s from %d leads to %s", (key, at, to) => {
    expect(moveBetween(key, at, { count: 7, columns: 3 })).toBe(to);
  });
});

test("why a row was stopped is said as its card said it, and by its code where that is another version's", () => {
  expect([nameFailure("row-refused", "zh-CN"), nameFailure("toString", "en")]).toEqual(["这一行不能用", "toString"]);
});
