import { expect, test } from "vitest";
import { planChanges } from "../../electron/app/plan-changes.ts";
import { pushPlan } from "../../electron/app/push-plan.ts";
import type { OpenSession } from "../../electron/app/sessions.ts";
import {
  createScriptedSession,
  makeReading,
  type Script,
  type ScriptedSession,
} from "../core/push/scripted-session.ts";
import { makeRecords } from "./make-records.ts";

const task = { signal: new AbortController().signal, onStage: () => undefined, onArmed: () => undefined };
const before = makeReading({});
const after = makeReading({ gateway: "192.168.1.254" });

function open(script: Script): OpenSession & { readonly dialect: ScriptedSession } {
  return {
    id: "a",
    port: "scripted",
    dialect: createScriptedSession(script),
    reading: null,
    plans: new Map(),
    secrets: new Map(),
    undone: new Map(),
  };
}

async function plan(session: OpenSession, set: readonly string[]): Promise<string> {
  const made = await planChanges(session, { set, fix: false }, task);
  return made.ok ? made.value.digest : made.failure.code;
}

test("a plan is pushed by its digest and read back", async () => {
  const session = open({ reads: [before, before, after, after] });
  const digest = await plan(session, ["eth0.ipv4.gateway=192.168.1.254"]);
  const pushed = await pushPlan(
    { open: session, records: makeRecords() },
    { digest, override: false, revertSeconds: 90, tests: [] },
    task,
  );
  expect(pushed.ok && [pushed.value.outcome, pushed.value.plan.digest === digest]).toEqual(["confirmed", true]);
});

test("a plan can be pushed once", async () => {
  const session = open({ reads: [before, before, after, after] });
  const digest = await plan(session, ["eth0.ipv4.gateway=192.168.1.254"]);
  await pushPlan(
    { open: session, records: makeRecords() },
    { digest, override: false, revertSeconds: 90, tests: [] },
    task,
  );
  const again = await pushPlan(
    { open: session, records: makeRecords() },
    { digest, override: false, revertSeconds: 90, tests: [] },
    task,
  );
  expect(again.ok ? null : again.failure.code).toBe("plan-unknown");
});

const changed = makeReading({ dns: ["1.1.1.1"] });

test("settings that changed since the plan was made are not overwritten", async () => {
  const session = open({ reads: [before, changed, changed] });
  const digest = await plan(session, ["eth0.ipv4.gateway=192.168.1.254"]);
  const pushed = await pushPlan(
    { open: session, records: makeRecords() },
    { digest, override: false, revertSeconds: 90, tests: [] },
    task,
  );
  expect([pushed.ok && pushed.value.outcome, pushed.ok && pushed.value.failure?.code, session.dialect.asked]).toEqual([
    "refused",
    "plan-stale",
    ["read", "read", "read"],
  ]);
});

test("what the rules refuse is pushed only when a person insists", async () => {
  const wrong = makeReading({ gateway: "10.9.9.9" });
  const session = open({ reads: [before, before, wrong, wrong] });
  const digest = await plan(session, ["eth0.ipv4.gateway=10.9.9.9"]);
  const refused = await pushPlan(
    { open: session, records: makeRecords() },
    { digest, override: false, revertSeconds: 90, tests: [] },
    task,
  );
  const insisted = await pushPlan(
    { open: session, records: makeRecords() },
    { digest, override: true, revertSeconds: 90, tests: [] },
    task,
  );
  expect([refused.ok && refused.value.failure?.code, insisted.ok && insisted.value.outcome]).toEqual([
    "rules-refuse",
    "confirmed",
  ]);
});

test.each([
  ["eth9.ipv4.gateway=192.168.1.1", "unknown-interface"],
  ["eth0.ipv4.mtu=1", "unknown-field"],
  ["eth0.ipv4.gateway=gateway", "unusable-value"],
  ["eth0.ipv4.dns=9.9.9.9\nreboot", "value-refused"],
])("the wish %j is refused before anything is planned", async (text, code) => {
  expect(await plan(open({ reads: [before] }), [text])).toBe(code);
});

test("a terminal that is read for a plan is not read again for the next one", async () => {
  const session = open({ reads: [before] });
  await plan(session, ["eth0.ipv4.gateway=192.168.1.254"]);
  await plan(session, ["eth0.ipv4.gateway=192.168.1.253"]);
  expect(session.dialect.asked).toEqual(["read"]);
});
