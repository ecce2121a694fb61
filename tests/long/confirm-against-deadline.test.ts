// The confirmation and the watchdog's deadline meet at the same moment, 400 times on each shell: exactly one of them
// acts, and what it says is what the terminal then has.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Steps } from "../../electron/core/dialects/linux-console/write/steps.ts";
import { makeApply, makeArm, makeConfirm } from "../../electron/core/dialects/linux-console/write/transaction.ts";
import { obstacle, runScripts, shells, withFolder } from "../core/dialects/linux-console/write/private-shell.ts";
import { createRandom } from "../peers/line-faults.ts";

const races = 400;
const atOnce = 20;
const seed = 20_261_122;

interface Race {
  readonly said: string;
  readonly state: string;
}

/** Confirms about when the deadline of one second is over; the watchdog looks once a second. */
async function race(shell: readonly string[], wait: number): Promise<Race> {
  let ended: Race = { said: "", state: "" };
  await withFolder(async (folder) => {
    const path = join(folder, "state");
    const parts: readonly Steps[] = [
      {
        prepare: [],
        files: [],
        apply: [{ name: "try", shell: `echo tried>${path}` }],
        persist: [{ name: "keep", shell: `echo kept>${path}` }],
        undo: [`echo old>${path}`],
        isRestored: [],
      },
    ];
    const scripts = [
      makeArm({ id: "race", parts, seconds: 1, tool: "cksum" }),
      makeApply("race"),
      `sleep ${wait.toFixed(3)}`,
      makeConfirm("race"),
      "sleep 2.2",
      `cat ${path}`,
    ];
    const lines = (await runScripts(shell, scripts)).stdout.trim().split("\n");
    ended = { said: lines.at(-2) ?? "", state: lines.at(-1) ?? "" };
  });
  return ended;
}

describe.skipIf(obstacle !== null)(`the confirmation against the deadline (seed ${seed})`, () => {
  test.for(shells.filter(([name]) => name !== "bash"))("%s never has both or neither", async ([, shell]) => {
    const random = createRandom(seed);
    const waits = Array.from({ length: races }, () => 0.7 + random() * 1.4);
    const ended: Race[] = [];
    for (let from = 0; from < races; from += atOnce) {
      ended.push(...(await Promise.all(waits.slice(from, from + atOnce).map((wait) => race(shell, wait)))));
    }
    const kinds = ended.map(({ said, state }) => `${said} ${state}`);
    // Both must have won some, or the race was none.
    expect([[...new Set(kinds)].sort(), kinds.length]).toEqual([["done kept", "late old"], races]);
  });
});
