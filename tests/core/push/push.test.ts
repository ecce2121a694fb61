import { expect, test } from "vitest";
import type { Reading } from "../../../electron/core/dialects/dialect.ts";
import { FailureError } from "../../../electron/core/failures/failure.ts";
import type { Transition } from "../../../electron/core/push/journal.ts";
import { push } from "../../../electron/core/push/push.ts";
import { createScriptedSession, makeChange, makeReading, type Script } from "./scripted-session.ts";

const before = makeReading({});
/** Runs as wanted, and a restart would bring the old settings back. */
const tried = makeReading({}, { gateway: "192.168.1.254" });
const after = makeReading({ gateway: "192.168.1.254" });
const half = makeReading({ gateway: "192.168.1.254" }, {});
const plan = makeChange("ipv4.gateway", "192.168.1.1", "192.168.1.254");
const failed = { kind: "failed", step: "ifup", reason: "no such device" } as const;
const unclear = { kind: "unclear", step: "transaction", reason: "" } as const;
const rolledBack = "rolled-back: not-applied (push-rolled-back)";
const unknown = "unknown: unknown (state-unknown)";
const request = {
  id: "p1",
  plan,
  isFresh: () => true,
  override: false,
  revertSeconds: 90,
  tests: [],
  journal: { record: () => Promise.resolve() },
  onArmed: () => undefined,
};

interface Ran {
  readonly ended: string;
  readonly asked: readonly string[];
}

async function run(
  script: Script,
  options: { readonly isFresh?: boolean; readonly stopAt?: string } = {},
): Promise<Ran> {
  const stop = new AbortController();
  const session = createScriptedSession({
    ...script,
    onStep: (step) => (step === options.stopAt ? stop.abort() : undefined),
  });
  const task = { signal: stop.signal, onStage: () => undefined };
  try {
    const pushed = await push({ ...request, session, isFresh: () => options.isFresh ?? true }, task);
    const fields = pushed.fields.map(({ verdict, persisted }) => `${verdict}${persisted ? " and kept" : ""}`).join();
    return {
      ended: `${pushed.outcome}: ${fields}${pushed.failure ? ` (${pushed.failure.code})` : ""}`,
      asked: session.asked,
    };
  } catch (error) {
    return {
      ended: error instanceof FailureError ? `threw ${error.failure.code}` : `threw ${String(error)}`,
      asked: session.asked,
    };
  }
}

const whole = ["read", "arm", "apply", "read", "confirm", "read", "finish"];

test.each<[string, Script, string, readonly string[]]>([
  ["takes and keeps the settings", { reads: [before, tried, after] }, "confirmed: applied and kept", whole],
  [
    "fails to apply and undoes it itself",
    { reads: [before, before], apply: failed },
    rolledBack,
    ["read", "arm", "apply", "roll back", "read", "finish"],
  ],
  [
    "fails to apply and has something else",
    { reads: [before, half], apply: failed },
    "unknown: unknown (restart-for-new)",
    ["read", "arm", "apply", "roll back", "read"],
  ],
  [
    "says nothing clear about applying",
    { reads: [before, before], apply: unclear },
    rolledBack,
    ["read", "arm", "apply", "roll back", "read", "finish"],
  ],
  [
    "says OK and does nothing",
    { reads: [before, before, before] },
    rolledBack,
    ["read", "arm", "apply", "read", "roll back", "read", "finish"],
  ],
  [
    "runs something else and cannot roll back",
    { reads: [before, half, half], rollBack: "timed-out" },
    "unknown: unknown (restart-for-new)",
    ["read", "arm", "apply", "read", "roll back", "read"],
  ],
  [
    "has gone back before the confirmation came",
    { reads: [before, tried, before], confirm: { kind: "late" } },
    rolledBack,
    ["read", "arm", "apply", "read", "confirm", "roll back", "read", "finish"],
  ],
  [
    "cannot make them last",
    { reads: [before, tried, before], confirm: { kind: "failed", step: "write", reason: "disk full" } },
    rolledBack,
    ["read", "arm", "apply", "read", "confirm", "roll back", "read", "finish"],
  ],
  [
    "loses them when they should last",
    { reads: [before, tried, half, before] },
    rolledBack,
    ["read", "arm", "apply", "read", "confirm", "read", "roll back", "read", "finish"],
  ],
  ["is busy", { reads: [before], arm: "terminal-busy" }, "refused: not-applied (terminal-busy)", ["read", "arm"]],
  [
    "changed between reading and arming",
    { reads: [before], arm: "plan-stale" },
    "refused: not-applied (plan-stale)",
    ["read", "arm"],
  ],
  [
    "cannot be written",
    { reads: [before], arm: "not-writable" },
    "refused: not-applied (not-writable)",
    ["read", "arm"],
  ],
  ["lets nobody but root", { reads: [before], arm: "not-root" }, "refused: not-applied (not-root)", ["read", "arm"]],
  [
    "says nothing about arming",
    { reads: [before, before], arm: "timed-out" },
    rolledBack,
    ["read", "arm", "roll back", "read", "finish"],
  ],
  [
    "cannot be read any more",
    { reads: [before, "answer-unreadable", "answer-unreadable"] },
    unknown,
    ["read", "arm", "apply", "read", "roll back", "read"],
  ],
  ["cannot even be read first", { reads: ["answer-unreadable"] }, "threw answer-unreadable", ["read"]],
])("a push to a terminal that %s ends as it should", async (_name, script, ended, asked) => {
  expect(await run(script)).toEqual({ ended, asked });
});

test.each<[string, Script, string]>([
  ["before anything", { reads: ["line lost"] }, "threw port-lost"],
  ["while arming", { reads: [before], arm: "line lost" }, unknown],
  ["while applying", { reads: [before], apply: "line lost" }, unknown],
  ["while reading back", { reads: [before, "line lost"] }, unknown],
  ["while confirming", { reads: [before, tried], confirm: "line lost" }, unknown],
  ["while rolling back", { reads: [before, half], rollBack: "line lost" }, unknown],
  ["while reading back what was rolled back", { reads: [before, half, "line lost"] }, unknown],
  [
    "when the new settings were already read back",
    { reads: [before, tried, after], finish: "line lost" },
    "confirmed: applied and kept",
  ],
])("a line that is lost %s leaves no doubt about what is known", async (_name, script, ended) => {
  expect((await run(script)).ended).toBe(ended);
});

test.each([
  ["before writing", "read", { reads: [before] }, "threw cancelled", ["read"]],
  [
    "while applying",
    "apply",
    { reads: [before, tried, before] },
    rolledBack,
    ["read", "arm", "apply", "read", "roll back", "read", "finish"],
  ],
  [
    "while rolling back",
    "roll back",
    { reads: [before, half, before] },
    rolledBack,
    ["read", "arm", "apply", "read", "roll back", "read", "finish"],
  ],
  ["when all is confirmed", "finish", { reads: [before, tried, after] }, "confirmed: applied and kept", whole],
] as const)("a person who stops %s gets a known state", async (_name, stopAt, script, ended, asked) => {
  expect(await run(script, { stopAt })).toEqual({ ended, asked });
});

test("a stop reaches no step after the terminal was armed", async () => {
  const stop = new AbortController();
  const session = createScriptedSession({
    reads: [before, tried, before],
    onStep: (step) => (step === "arm" ? stop.abort() : undefined),
  });
  await push({ ...request, session }, { signal: stop.signal, onStage: () => undefined });
  expect(session.sawAbort()).toBe(false);
});

test.each<[string, readonly Reading[], string]>([
  ["made from older settings", [before, before], "plan-stale"],
  ["for a terminal that reads differently each time", [before, half], "snapshot-unproven"],
])("a plan %s is refused and nothing is written", async (_name, reads, code) => {
  expect(await run({ reads }, { isFresh: false })).toEqual({
    ended: `refused: not-applied (${code})`,
    asked: ["read", "read"],
  });
});

test("a plan without a change asks the terminal nothing", async () => {
  const session = createScriptedSession({ reads: [] });
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const pushed = await push({ ...request, session, plan: { ...plan, changes: [] } }, task);
  expect([pushed.outcome, session.asked]).toEqual(["unchanged", []]);
});

test("whether the terminal guards itself is said before anything changes", async () => {
  const said: unknown[] = [];
  const session = createScriptedSession({
    reads: [before, tried, after],
    arm: { isGuarded: false },
    onStep: (step) => said.push(step),
  });
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  await push({ ...request, session, onArmed: (armed) => said.push(armed) }, task);
  expect(said.slice(0, 4)).toEqual(["read", "arm", { isGuarded: false }, "apply"]);
});

const link = { kind: "link", interface: "eth0" } as const;

async function runWith(options: {
  readonly reads?: readonly Reading[];
  readonly outcome?: "passed" | "failed" | "unable";
  readonly required?: boolean;
  readonly diskFullFrom?: number;
}): Promise<{ readonly ended: string; readonly order: readonly string[] }> {
  const order: string[] = [];
  const { outcome = "passed" } = options;
  const session = createScriptedSession({
    reads: options.reads ?? [before, tried, after],
    test: (test) => ({ test, outcome, reason: outcome === "passed" ? "ok" : "no-tool", milliseconds: 1, evidence: "" }),
    onStep: (step) => order.push(step),
  });
  let records = 0;
  const record = ({ state }: Transition): Promise<void> => {
    if (records++ >= (options.diskFullFrom ?? Infinity)) return Promise.reject(new Error("no space left on device"));
    order.push(`[${state}]`);
    return Promise.resolve();
  };
  const tests = [{ test: link, required: options.required ?? true, seconds: 5 }];
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const pushed = await push({ ...request, session, tests, journal: { record } }, task);
  return { ended: `${pushed.outcome} (${pushed.failure?.code}) after ${pushed.tests.length} tests`, order };
}

test("each state is journalled before the step that it causes", async () => {
  const { order } = await runWith({});
  expect(order.join(" ")).toBe(
    "[begun] read [arming] arm [applying] apply [verifying] read [testing] test [confirming] confirm read [confirmed] finish",
  );
});

test.each([
  ["a required test that fails", { outcome: "failed" }, "rolled-back (push-rolled-back) after 1 tests"],
  [
    "a required test that the terminal cannot do",
    { outcome: "unable" },
    "rolled-back (push-rolled-back) after 1 tests",
  ],
] as const)("%s takes the change back", async (_name, options, ended) => {
  expect((await runWith({ ...options, reads: [before, tried, before] })).ended).toBe(ended);
});

test("an optional test that fails is told and changes nothing", async () => {
  expect((await runWith({ outcome: "failed", required: false })).ended).toBe("confirmed (undefined) after 1 tests");
});

test("a required test that a terminal is known not to do is refused before anything is written", async () => {
  const no = { state: "no", reason: { en: "", "zh-CN": "" } } as const;
  const { ended, order } = await runWith({
    reads: [{ ...before, capabilities: { ...before.capabilities, "test-network": no } }],
  });
  expect([ended, order.join(" ")]).toEqual(["refused (tests-impossible) after 0 tests", "[begun] read [refused]"]);
});

test("tests that may outlast the terminal's own patience are refused before anything is written", async () => {
  const session = createScriptedSession({ reads: [before] });
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const tests = [{ test: link, required: false, seconds: 86 }];
  expect((await push({ ...request, session, tests }, task)).failure?.code).toBe("unusable-value");
});

test.each([
  [0, "refused (records-unwritable) after 0 tests", ""],
  [1, "refused (records-unwritable) after 0 tests", "[begun] read"],
  [2, "rolled-back (push-rolled-back) after 0 tests", "[begun] read [arming] arm roll back read"],
  [3, "rolled-back (push-rolled-back) after 0 tests", "[begun] read [arming] arm [applying] apply roll back read"],
])("a journal that is full from its entry %i on stops the push safely", async (diskFullFrom, ended, order) => {
  const ran = await runWith({ reads: [before, before], diskFullFrom });
  expect([ran.ended, ran.order.join(" ")]).toEqual([ended, order]);
});

test("a change that an earlier push left is taken back before a new plan is asked for", async () => {
  const session = createScriptedSession({ reads: [before], arm: "push-unsettled", left: "p0" });
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const pushed = await push({ ...request, session }, task);
  expect([pushed.outcome, pushed.failure?.code, session.asked]).toEqual([
    "refused",
    "push-unsettled",
    ["read", "arm", "roll back"],
  ]);
});
