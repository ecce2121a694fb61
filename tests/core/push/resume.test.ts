import { expect, test } from "vitest";
import type { Standing } from "../../../electron/core/dialects/dialect.ts";
import type { Transition } from "../../../electron/core/push/journal.ts";
import { resume } from "../../../electron/core/push/resume.ts";
import { createScriptedSession, makeChange, makeReading, type Script } from "./scripted-session.ts";

const old = makeReading({});
const fresh = makeReading({ gateway: "192.168.1.254" });
/** Stored, and something else runs. */
const storedOnly = makeReading({ gateway: "192.168.1.254" }, {});
const runsOnly = makeReading({}, { gateway: "192.168.1.254" });
const other = makeReading({ gateway: "192.168.1.9" });
const plan = makeChange("ipv4.gateway", "192.168.1.1", "192.168.1.254");

function stand(phase: Standing["phase"], id: string | null = "p1", isHeld = false): Standing {
  return { id, phase, isHeld };
}

async function settle(script: Script): Promise<readonly [string, string, string]> {
  const session = createScriptedSession(script);
  const journal: Transition[] = [];
  const entry = { id: "p1", plan, before: old, state: "applying", wayBack: null, isDecided: false } as const;
  const record = (transition: Transition): Promise<void> => {
    journal.push(transition);
    return Promise.resolve();
  };
  const task = { signal: new AbortController().signal, onStage: () => undefined };
  const pushed = await resume({ session, entry, journal: { record } }, task);
  const ended = `${pushed.outcome}${pushed.failure ? ` (${pushed.failure.code})` : ""}`;
  return [ended, journal.map(({ state }) => state).join(), session.asked.join()];
}

test.each<[string, Script, readonly [string, string, string]]>([
  [
    "nothing and the old settings",
    { standing: null, reads: [old] },
    ["rolled-back (push-rolled-back)", "rolled-back", "inspect,read,finish"],
  ],
  [
    "nothing and the new settings",
    { standing: null, reads: [fresh] },
    ["confirmed", "confirmed", "inspect,read,finish"],
  ],
  [
    "nothing and other settings",
    { standing: null, reads: [other] },
    ["unknown (settings-mixed)", "unknown", "inspect,read"],
  ],
  [
    "nothing, and what is stored does not run yet",
    { standing: null, reads: [storedOnly] },
    ["unknown (restart-for-new)", "unknown", "inspect,read"],
  ],
  [
    "nothing, and what is stored does not run any more",
    { standing: null, reads: [runsOnly] },
    ["unknown (restart-for-old)", "unknown", "inspect,read"],
  ],
  ["a push that lasts", { standing: stand("kept"), reads: [fresh] }, ["confirmed", "confirmed", "inspect,read,finish"]],
  [
    "a push that should last and does not",
    { standing: stand("kept"), reads: [storedOnly, old] },
    ["rolled-back (push-rolled-back)", "rolling-back,rolled-back", "inspect,read,roll back,read,finish"],
  ],
  [
    "a push that the terminal took back",
    { standing: stand("restored"), reads: [old] },
    ["rolled-back (push-rolled-back)", "rolled-back", "inspect,read,finish"],
  ],
  ...(["begun", "armed", "fired", "failed", "confirmed"] as const).map(
    (phase): [string, Script, readonly [string, string, string]] => [
      `a push that is ${phase}`,
      { standing: stand(phase), reads: [old] },
      ["rolled-back (push-rolled-back)", "rolling-back,rolled-back", "inspect,roll back,read,finish"],
    ],
  ),
  [
    "a confirmation cut off between two files",
    { standing: stand("between"), reads: [fresh] },
    ["confirmed", "confirming,confirmed", "inspect,complete,read,finish"],
  ],
  [
    "another push under way",
    { standing: stand("armed", "p2", true), reads: [] },
    ["unknown (terminal-busy)", "unknown", "inspect"],
  ],
  [
    "another push cut off",
    { standing: stand("armed", "p2"), reads: [] },
    ["unknown (push-unsettled)", "unknown", "inspect"],
  ],
  [
    "another push that has ended",
    { standing: stand("kept", "p2"), reads: [old] },
    ["rolled-back (push-rolled-back)", "rolled-back", "inspect,read,finish"],
  ],
])("a terminal that has %s is settled by what is read back", async (_name, script, ended) => {
  expect(await settle(script)).toEqual(ended);
});
