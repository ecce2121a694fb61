// What is asked of the terminal while nothing has changed yet.
import { expect, test } from "vitest";
import type { TestResult } from "../../../electron/core/dialects/terminal-test.ts";
import type { Transition } from "../../../electron/core/push/journal.ts";
import { push } from "../../../electron/core/push/push.ts";
import { createScriptedSession, makeChange, makeReading } from "./scripted-session.ts";

const before = makeReading({});
const tried = makeReading({}, { gateway: "192.168.1.254" });
const after = makeReading({ gateway: "192.168.1.254" });
const request = {
  id: "p1",
  plan: makeChange("ipv4.gateway", "192.168.1.1", "192.168.1.254"),
  isFresh: () => true,
  override: false,
  revertSeconds: 90,
  onArmed: () => undefined,
};

/** `reason`: what the terminal finds out about the address before anything changes. */
async function runEarly(reason: TestResult["reason"]): Promise<string> {
  const order: string[] = [];
  const address = { kind: "duplicate", interface: "eth0", address: "192.168.1.77" } as const;
  const outcome = reason === "ok" ? "passed" : reason === "no-tool" ? "unable" : "failed";
  const session = createScriptedSession({
    reads: [before, tried, after],
    test: (test) => ({ test, outcome, reason, milliseconds: 1, evidence: "" }),
    onStep: (step) => order.push(step),
  });
  const record = ({ state }: Transition): Promise<void> => {
    order.push(`[${state}]`);
    return Promise.resolve();
  };
  const tests = [{ test: address, required: true, seconds: 4, when: "before" }] as const;
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const pushed = await push({ ...request, session, tests, journal: { record } }, task);
  return `${pushed.outcome} (${pushed.failure?.code}) after ${pushed.tests.length} tests: ${order.join(" ")}`;
}

const goesOn = "arm [applying] apply [verifying] read [confirming] confirm read [confirmed] finish";

test.each([
  ["somebody has the address", "taken", "refused (address-taken) after 1 tests: [begun] read [probing] test [refused]"],
  ["nobody has it", "ok", `confirmed (undefined) after 1 tests: [begun] read [probing] test [arming] ${goesOn}`],
  [
    "the terminal cannot find out",
    "no-tool",
    `confirmed (undefined) after 1 tests: [begun] read [probing] test [arming] ${goesOn}`,
  ],
] as const)(
  "a new address is asked for before anything is sent that changes anything: %s",
  async (_name, reason, ended) => {
    expect(await runEarly(reason)).toBe(ended);
  },
);

test("a line that is lost while the address is asked for ends as refused in the journal: nothing was changed", async () => {
  const states: string[] = [];
  const session = createScriptedSession({ reads: [before], test: () => "line lost" });
  const record = ({ state }: Transition): Promise<void> => Promise.resolve(void states.push(state));
  const tests = [{ test: { kind: "link", interface: "eth0" }, required: true, seconds: 4, when: "before" }] as const;
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const pushing = push({ ...request, session, tests, journal: { record } }, task);
  await expect(pushing).rejects.toMatchObject({ failure: { code: "port-lost" } });
  expect(states.join(" ")).toBe("begun probing refused");
});
