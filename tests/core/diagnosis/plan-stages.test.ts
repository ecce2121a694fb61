// How much is asked of a network, at most: whatever the settings hold, a few tests of targets that somebody named.
import { expect, test } from "vitest";
import { planStages } from "../../../electron/core/diagnosis/plan-stages.ts";
import { runStages } from "../../../electron/core/diagnosis/run-stages.ts";
import type { TerminalTest } from "../../../electron/core/dialects/terminal-test.ts";
import { succeed } from "../../../electron/core/failures/result.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";

const settings = networkSettingsSchema.parse({
  interfaces: Array.from({ length: 40 }, (_, at) => ({
    name: `eth${at}`,
    kind: "ethernet",
    link: "up",
    ipv4: { method: "static", address: `192.168.1.${at + 20}`, prefixLength: 24, gateway: "192.168.1.1" },
  })),
  hosts: Array.from({ length: 60 }, (_, at) => ({ host: `host${at}.example.com`, port: 443, tls: true })),
  nameServers: [{ address: "192.168.1.1" }],
});
const named = Array.from({ length: 3 }, (_, at) => ({ host: `11.0.0.${at + 1}`, port: 9000, tls: true }));

async function listAsked(outcome: "passed" | "failed"): Promise<readonly TerminalTest[]> {
  const asked: TerminalTest[] = [];
  await runStages(planStages(settings, named), {
    from: "terminal",
    onStage: () => undefined,
    now: () => "2026-11-22T10:00:00Z",
    ask: (test) => {
      asked.push(test);
      return Promise.resolve(succeed({ test, outcome, reason: "ok" as const, milliseconds: 1, evidence: "" }));
    },
  });
  return asked;
}

function targetsOf(tests: readonly TerminalTest[]): readonly string[] {
  return [...new Set(tests.map((each) => ("host" in each ? each.host : "address" in each ? each.address : "")))];
}

test("a terminal with sixty hosts is asked ten things: whom the person named comes first, the rest is left out", async () => {
  const asked = await listAsked("passed");
  expect([asked.length, targetsOf(asked)]).toEqual([
    10,
    ["", "192.168.1.20", "192.168.1.1", "11.0.0.1", "11.0.0.2", "11.0.0.3"],
  ]);
});

test("a stage that fails ends it: nothing behind it is asked", async () => {
  expect((await listAsked("failed")).map(({ kind }) => kind)).toEqual(["link"]);
});

test("without a host in the settings or by a person, no host is asked", () => {
  const tests = planStages({ ...settings, hosts: [] }, []).flatMap((stage) => stage.tests);
  expect(tests.map(({ kind }) => kind)).toEqual(["link", "address", "duplicate", "gateway"]);
});
