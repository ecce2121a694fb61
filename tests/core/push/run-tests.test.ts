import { describe, expect, test } from "vitest";
import type { TestResult } from "../../../electron/core/dialects/terminal-test.ts";
import type { PushTest } from "../../../electron/core/push/push-test.ts";
import { runEarlyTests, runTests } from "../../../electron/core/push/run-tests.ts";
import { createScriptedSession } from "./scripted-session.ts";

const gateway = { kind: "gateway", interface: "eth0", address: "192.168.1.1" } as const;
const wanted: PushTest = { test: gateway, required: true, seconds: 5 };

async function run(test: PushTest, outcome: TestResult["outcome"], reason: TestResult["reason"]) {
  const result = { test: gateway, outcome, reason, milliseconds: 1, evidence: "" };
  const session = createScriptedSession({ reads: [], test: () => result });
  const heard: string[] = [];
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const onTested = (told: TestResult): void => void heard.push(told.reason);
  const { failed } = await runTests(session, [test], { ...task, onTested });
  return { failed, heard };
}

describe("a required test", () => {
  test("that did not pass is named, and told when it was there", async () => {
    expect(await run(wanted, "failed", "no-answer")).toEqual({
      failed: "gateway eth0 192.168.1.1: no-answer",
      heard: ["no-answer"],
    });
  });

  test("that the terminal has no program for has not passed", async () => {
    expect((await run(wanted, "unable", "no-tool")).failed).toBe("gateway eth0 192.168.1.1: no-tool");
  });

  test("that is wanted only where the terminal is able to is told and holds nothing up", async () => {
    expect(await run({ ...wanted, ifAble: true }, "unable", "no-tool")).toEqual({ failed: null, heard: ["no-tool"] });
  });

  test("that is wanted only where the terminal is able to still has to pass there", async () => {
    expect((await run({ ...wanted, ifAble: true }, "failed", "no-answer")).failed).toContain("no-answer");
  });
});

describe("a test that is asked before anything changes", () => {
  const duplicate = { kind: "duplicate", interface: "eth0", address: "192.168.1.77" } as const;

  async function ask(required: boolean, reason: TestResult["reason"], outcome: TestResult["outcome"] = "failed") {
    const result = { test: duplicate, outcome, reason, milliseconds: 1, evidence: "" };
    const session = createScriptedSession({ reads: [], test: () => result });
    const heard: string[] = [];
    const task = { signal: new AbortController().signal, onStage: () => undefined };
    const early: PushTest = { test: duplicate, required, seconds: 4, when: "before" };
    const onTested = (told: TestResult): void => void heard.push(told.reason);
    const failure = await runEarlyTests(session, [early], { ...task, onTested });
    return [failure?.code ?? null, ...heard];
  }

  test.each([
    ["somebody has the address: refused", true, "taken", "failed", ["address-taken", "taken"]],
    ["somebody has the address, and the person wants only to be told", false, "taken", "failed", [null, "taken"]],
    ["nobody has it", true, "ok", "passed", [null, "ok"]],
    ["the terminal has no program for it: told, no failure", true, "no-tool", "unable", [null, "no-tool"]],
    ["nobody can be asked because the network cable is out", true, "link-down", "failed", [null, "link-down"]],
  ] as const)("%s", async (_name, required, reason, outcome, expected) => {
    expect(await ask(required, reason, outcome)).toEqual(expected);
  });
});
