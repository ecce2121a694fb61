import { expect, test } from "vitest";
import type { Stage } from "../../../electron/core/dialects/dialect.ts";
import { FailureError } from "../../../electron/core/failures/failure.ts";
import { push } from "../../../electron/core/push/push.ts";
import { createScriptedSession, makeChange, makeReading, type Script } from "./scripted-session.ts";

const before = makeReading({});
const after = makeReading({ gateway: "192.168.1.254" });
const half = makeReading({ gateway: "192.168.1.254" }, {});
const plan = makeChange("ipv4.gateway", "192.168.1.1", "192.168.1.254");
const restored = { kind: "restored", step: "ifup", reason: "no such device" } as const;
const unclear = { kind: "unclear", step: "transaction", reason: "" } as const;

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
    const pushed = await push({ session, plan, isFresh: () => options.isFresh ?? true, override: false }, task);
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

test.each<[string, Script, string, readonly string[]]>([
  [
    "takes and keeps the settings",
    { reads: [before, after] },
    "confirmed: applied and kept",
    ["read", "write", "read", "finish"],
  ],
  [
    "says nothing clear but has them",
    { reads: [before, after], write: unclear },
    "confirmed: applied and kept",
    ["read", "write", "read", "finish"],
  ],
  [
    "fails a step and puts them back",
    { reads: [before, before], write: restored },
    "rolled-back: not-applied (push-rolled-back)",
    ["read", "write", "read"],
  ],
  [
    "fails a step and has something else",
    { reads: [before, half], write: restored },
    "unknown: unknown (state-unknown)",
    ["read", "write", "read"],
  ],
  [
    "reads back something else",
    { reads: [before, half, before] },
    "rolled-back: not-applied (push-rolled-back)",
    ["read", "write", "read", "undo", "read"],
  ],
  [
    "reads back something else and cannot undo",
    { reads: [before, half, half], undo: "timed-out" },
    "unknown: unknown (state-unknown)",
    ["read", "write", "read", "undo", "read"],
  ],
  [
    "says nothing at all and has the old ones",
    { reads: [before, before, before], write: "timed-out" },
    "rolled-back: not-applied (push-rolled-back)",
    ["read", "write", "read", "undo", "read"],
  ],
  ["is busy", { reads: [before], write: "terminal-busy" }, "refused: not-applied (terminal-busy)", ["read", "write"]],
  [
    "changed between reading and writing",
    { reads: [before], write: "plan-stale" },
    "refused: not-applied (plan-stale)",
    ["read", "write"],
  ],
  [
    "cannot be written",
    { reads: [before], write: "not-writable" },
    "refused: not-applied (not-writable)",
    ["read", "write"],
  ],
  [
    "lets nobody but root",
    { reads: [before], write: "not-root" },
    "refused: not-applied (not-root)",
    ["read", "write"],
  ],
  [
    "cannot be read any more",
    { reads: [before, "answer-unreadable"] },
    "unknown: unknown (state-unknown)",
    ["read", "write", "read"],
  ],
  ["cannot even be read first", { reads: ["answer-unreadable"] }, "threw answer-unreadable", ["read"]],
])("a push to a terminal that %s ends as it should", async (_name, script, ended, asked) => {
  expect(await run(script)).toEqual({ ended, asked });
});

test.each<[string, Script, string]>([
  ["before anything", { reads: ["line lost"] }, "threw port-lost"],
  ["in the middle of writing", { reads: [before], write: "line lost" }, "unknown: unknown (state-unknown)"],
  ["while reading back", { reads: [before, "line lost"] }, "unknown: unknown (state-unknown)"],
  ["while undoing", { reads: [before, half], undo: "line lost" }, "unknown: unknown (state-unknown)"],
  ["while reading back what was undone", { reads: [before, half, "line lost"] }, "unknown: unknown (state-unknown)"],
  [
    "while reading back what the terminal put back",
    { reads: [before, "line lost"], write: restored },
    "unknown: unknown (state-unknown)",
  ],
  [
    "when the new settings were already read back",
    { reads: [before, after], finish: "line lost" },
    "confirmed: applied and kept",
  ],
])("a line that is lost %s leaves no doubt about what is known", async (_name, script, ended) => {
  expect((await run(script)).ended).toBe(ended);
});

test.each([
  ["before writing", "read", { reads: [before] }, "threw cancelled", ["read"]],
  [
    "while writing",
    "write",
    { reads: [before, after, before] },
    "rolled-back: not-applied (push-rolled-back)",
    ["read", "write", "read", "undo", "read"],
  ],
  [
    "while undoing",
    "undo",
    { reads: [before, half, before] },
    "rolled-back: not-applied (push-rolled-back)",
    ["read", "write", "read", "undo", "read"],
  ],
  [
    "when all is confirmed",
    "finish",
    { reads: [before, after] },
    "confirmed: applied and kept",
    ["read", "write", "read", "finish"],
  ],
] as const)("a person who stops %s gets a known state", async (_name, stopAt, script, ended, asked) => {
  expect(await run(script, { stopAt })).toEqual({ ended, asked });
});

test("a stop reaches no step after the first byte was written", async () => {
  const stop = new AbortController();
  const session = createScriptedSession({
    reads: [before, after, before],
    onStep: (step) => (step === "write" ? stop.abort() : undefined),
  });
  await push(
    { session, plan, isFresh: () => true, override: false },
    { signal: stop.signal, onStage: () => undefined },
  );
  expect(session.sawAbort()).toBe(false);
});

test("a plan made from older settings is refused and nothing is written", async () => {
  expect(await run({ reads: [before] }, { isFresh: false })).toEqual({
    ended: "refused: not-applied (plan-stale)",
    asked: ["read"],
  });
});

test("a plan without a change asks the terminal nothing", async () => {
  const session = createScriptedSession({ reads: [] });
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const pushed = await push({ session, plan: { ...plan, changes: [] }, isFresh: () => true, override: false }, task);
  expect([pushed.outcome, session.asked]).toEqual(["unchanged", []]);
});

test("reading back is announced", async () => {
  const stages: Stage[] = [];
  const session = createScriptedSession({ reads: [before, after] });
  await push(
    { session, plan, isFresh: () => true, override: false },
    { signal: new AbortController().signal, onStage: (stage) => stages.push(stage) },
  );
  expect(stages).toEqual(["verifying"]);
});
