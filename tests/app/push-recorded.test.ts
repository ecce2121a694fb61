import { expect, test } from "vitest";
import { planChanges } from "../../electron/app/plan-changes.ts";
import { pushPlan } from "../../electron/app/push-plan.ts";
import { listPushes } from "../../electron/app/records/push-log.ts";
import type { Records } from "../../electron/app/records/records.ts";
import { resumePush } from "../../electron/app/resume-push.ts";
import type { HistoryEntry } from "../../electron/contract/history.ts";
import type { Reading, Standing } from "../../electron/core/dialects/dialect.ts";
import { FailureError } from "../../electron/core/failures/failure.ts";
import type { Script } from "../core/push/scripted-session.ts";
import { makeRecords } from "./make-records.ts";
import { openScripted, readFrom, type ScriptedOpen, task } from "./open-session.ts";

const wanted = { gateway: "192.168.1.254" };
const before = readFrom("SN-1", {});
const tried = readFrom("SN-1", {}, wanted);
const after = readFrom("SN-1", wanted);
const other = readFrom("SN-1", { gateway: "192.168.1.77" });
const request = { override: false, revertSeconds: 90, tests: [] };

async function push(open: ScriptedOpen, records: Records): Promise<string> {
  const made = await planChanges(open, { set: ["eth0.ipv4.gateway=192.168.1.254"], fix: false }, task);
  if (!made.ok) return made.failure.code;
  try {
    const pushed = await pushPlan({ open, records }, { ...request, digest: made.value.digest }, task);
    return pushed.ok ? pushed.value.outcome : pushed.failure.code;
  } catch (error) {
    if (error instanceof FailureError) return `threw ${error.failure.code}`;
    throw error;
  }
}

function list(records: Records): readonly HistoryEntry[] {
  const listed = records.read((database) => listPushes(database, 10));
  return (listed.ok ? listed.value : null) ?? [];
}

function listSteps(records: Records): readonly unknown[] {
  const steps = records.read((database) =>
    database
      .prepare("SELECT state, why FROM transitions ORDER BY rowid")
      .all()
      .map(({ state, why }) => [state, why]),
  );
  return (steps.ok ? steps.value : null) ?? [];
}

/** A push that was cut off: the line goes at the step of that name. */
async function cutOff(records: Records, script: Script): Promise<void> {
  await push(openScripted(script), records);
}

test("a step is on the disk before its first byte is sent", async () => {
  const records = makeRecords();
  const seen: string[] = [];
  const onStep = (step: string): void => {
    seen.push(`${step}: ${String(list(records)[0]?.state ?? "nothing")}`);
  };
  await push(openScripted({ reads: [before, before, tried, after], onStep }), records);
  expect(seen).toEqual([
    "read: nothing",
    "read: begun",
    "arm: arming",
    "apply: applying",
    "read: verifying",
    "confirm: confirming",
    "read: confirming",
    "finish: confirmed",
  ]);
});

test("the history says who, when, where, from, to and the outcome", async () => {
  const records = makeRecords(undefined, () => Date.UTC(2026, 10, 22, 8));
  await push(openScripted({ reads: [before, before, tried, after] }), records);
  const [entry] = list(records);
  expect(entry).toMatchObject({
    at: "2026-11-22T08:00:00.000Z",
    who: "tester",
    terminal: { serialNumber: "SN-1", port: "scripted" },
    changes: [{ interface: "eth0", field: "ipv4.gateway", from: "192.168.1.1", to: "192.168.1.254" }],
    outcome: "confirmed",
    endedAt: "2026-11-22T08:00:00.000Z",
  });
});

test("what was taken back is kept with the step that failed", async () => {
  const records = makeRecords();
  const apply = { kind: "failed", step: "ifup", reason: "no such device" } as const;
  await push(openScripted({ reads: [before, before, before], apply }), records);
  const [entry] = list(records);
  expect([entry?.outcome, entry?.why, listSteps(records).at(-1)]).toEqual([
    "rolled-back",
    "push-rolled-back: ifup: no such device",
    ["rolled-back", "ifup: no such device"],
  ]);
});

test.each<[string, Script, string]>([
  ["the settings changed meanwhile", { reads: [before, other, other] }, "refused"],
  ["the line is gone before anything was sent", { reads: [before] }, "threw port-lost"],
])("when %s, it is kept as refused and the terminal is free again", async (_name, script, outcome) => {
  const records = makeRecords();
  const first = await push(openScripted(script), records);
  const second = await push(openScripted({ reads: [before, before, tried, after] }), records);
  expect([first, list(records).map((entry) => entry.outcome), second]).toEqual([
    outcome,
    ["confirmed", "refused"],
    "confirmed",
  ]);
});

test("a plan that changes nothing and one that the rules refuse leave no record", async () => {
  const records = makeRecords();
  const same = await push(openScripted({ reads: [after] }), records);
  const wrong = openScripted({ reads: [before] });
  const made = await planChanges(wrong, { set: ["eth0.ipv4.gateway=10.9.9.9"], fix: false }, task);
  const digest = made.ok ? made.value.digest : "";
  const refused = await pushPlan({ open: wrong, records }, { ...request, digest }, task);
  expect([same, refused.ok && refused.value.failure?.code, list(records)]).toEqual(["unchanged", "rules-refuse", []]);
});

test("a plan that changes nothing is refused too as long as something is not settled: it may be on trial", async () => {
  const records = makeRecords();
  await cutOff(records, { reads: [before, before, tried], confirm: "line lost" });
  expect(await push(openScripted({ reads: [after] }), records)).toBe("push-interrupted");
});

test("a required test on a terminal that can test nothing refuses the push before it begins", async () => {
  const records = makeRecords();
  const open = openScripted({ reads: [before] });
  const made = await planChanges(open, { set: ["eth0.ipv4.gateway=192.168.1.254"], fix: false }, task);
  const tests = [{ target: { kind: "gateway" }, required: true, seconds: 10 }] as const;
  const digest = made.ok ? made.value.digest : "";
  const pushed = await pushPlan({ open, records }, { ...request, digest, tests }, task);
  expect([pushed.ok ? null : pushed.failure.code, list(records)]).toEqual(["tests-impossible", []]);
});

test("a line lost in between leaves it open, and the next push is refused until it is settled", async () => {
  const records = makeRecords();
  const lost = await push(openScripted({ reads: [before, before], apply: "line lost" }), records);
  const next = await push(openScripted({ reads: [before, before, tried, after] }), records);
  expect([lost, next, list(records).map(({ outcome, state }) => [outcome, state])]).toEqual([
    "unknown",
    "push-interrupted",
    [[null, "unknown"]],
  ]);
});

interface CutOff {
  readonly script: Script;
  /** How far the terminal's own folder says that it came; null: there is none any more. */
  readonly phase: Standing["phase"] | null;
  /** What is read while it is settled. */
  readonly reads: readonly Reading[];
}

const applying: Script = { reads: [before, before], apply: "line lost" };
const confirming: Script = { reads: [before, before, tried], confirm: "line lost" };

test.each<[string, CutOff, boolean, string]>([
  ["the old settings are there", { script: applying, phase: null, reads: [before] }, false, "rolled-back"],
  ["the new ones run on trial", { script: confirming, phase: "armed", reads: [before] }, true, "rolled-back"],
  ["the new ones were kept", { script: confirming, phase: "kept", reads: [after] }, false, "confirmed"],
  ["neither is there", { script: applying, phase: "fired", reads: [other] }, true, "unknown"],
])("when %s, what was cut off is settled by what is read back", async (_name, cut, rollsBack, outcome) => {
  const records = makeRecords();
  await push(openScripted(cut.script), records);
  const open = openScripted({ reads: [before, ...cut.reads], standing: describeStanding(records, cut.phase) });
  const resumed = await resumePush({ open, records }, { accept: false }, task);
  const next = await push(openScripted({ reads: [before, before, tried, after] }), records);
  expect([resumed.ok && resumed.value.resumed?.outcome, open.dialect.asked.includes("roll back"), next]).toEqual([
    outcome,
    rollsBack,
    outcome === "unknown" ? "push-interrupted" : "confirmed",
  ]);
});

function describeStanding(records: Records, phase: CutOff["phase"]): Standing | null {
  return phase === null ? null : { id: list(records)[0]?.id ?? null, phase, isHeld: false };
}

test("a line that is lost while settling leaves it open, for the next connection", async () => {
  const records = makeRecords();
  await cutOff(records, { reads: [before, before], apply: "line lost" });
  const open = openScripted({ reads: [tried], standing: describeStanding(records, "armed") });
  const first = resumePush({ open, records }, { accept: false }, task);
  await expect(first).rejects.toBeInstanceOf(FailureError);
  const again = await resumePush(
    { open: openScripted({ reads: [before, before, before] }), records },
    { accept: false },
    task,
  );
  expect(again.ok && again.value.resumed?.outcome).toBe("rolled-back");
});

test("a person who has looked can close the matter, and nothing is sent for it", async () => {
  const records = makeRecords();
  await cutOff(records, { reads: [before, before], apply: "line lost" });
  const open = openScripted({ reads: [other] });
  const accepted = await resumePush({ open, records }, { accept: true }, task);
  const [entry] = list(records);
  expect([accepted.ok, open.dialect.asked, entry?.outcome, entry?.why]).toEqual([
    true,
    ["read"],
    "unknown",
    "accepted",
  ]);
});

test("on another terminal there is nothing to settle", async () => {
  const records = makeRecords();
  await cutOff(records, { reads: [before, before], apply: "line lost" });
  const open = openScripted({ reads: [readFrom("SN-2", {})] });
  const resumed = await resumePush({ open, records }, { accept: false }, task);
  expect(resumed).toEqual({ ok: true, value: { resumed: null } });
});
