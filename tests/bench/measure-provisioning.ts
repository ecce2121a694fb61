// Thirty-two terminals set at once by one bench, each on its own line paced at 115200 baud, against one alone on such a line:
// recognise, claim, read, plan, push with its tests, confirm, finish the row. A terminal that does not end with its row done
// leaves the row without a time of ours. The terminals are units behind bridges and play in a process of their own, as real ones
// have a processor of their own; consoles are simulated by a whole shell each, and thirty-two of those would be the measurement.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { awaitRun, keepSheet } from "../app/provisioning/keep-sheet.ts";
import { startTerminalClient, take, type TerminalClient } from "../peers/terminal-client.ts";
import { type BenchRow, makeRow } from "./rows.ts";
import { nameUnit } from "./unit-names.ts";

const baudRate = 115_200;
const many = 32;
/** Thirty-two lines may not take much longer than one. */
const limit = 1.3;

/** The first one of all warms this process up and is not counted: the many would have that from their first terminals. */
export async function measureProvisioning(rounds = 3): Promise<BenchRow> {
  const together: Measured[] = [];
  const alone: Measured[] = [];
  await measureRun(1);
  for (let round = 0; round < rounds; round++) {
    alone.push(await measureRun(1));
    together.push(await measureRun(many));
  }
  const done = Math.min(...together.map((run) => run.done));
  const worked = Math.max(...together.map((run) => run.worked));
  const problem = done === many && alone.every((run) => run.done === 1) ? "" : "; ours: a terminal was not done";
  const note = `${baudRate} baud, terminals in a process of their own; ${done} of ${many} done in at most ${Math.round(worked)} ms of the app's processor time; the peer is one alone${problem}`;
  return makeRow(
    { name: `${many} terminals set at once`, limit, note },
    { ours: problem === "" ? together.map((run) => run.took) : [], peer: alone.map((run) => run.took) },
  );
}

interface Measured {
  /** Milliseconds until the last one was done. */
  readonly took: number;
  /** Of them, this process's own. */
  readonly worked: number;
  readonly done: number;
}

async function measureRun(count: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-bench-"));
  const units = await startUnits(count);
  const app: TerminalClient = startTerminalClient(folder);
  try {
    const plan = await keepSheet(app.client, makeSheet(count));
    const ports = units.ports.map((port) => `tcp:127.0.0.1:${port}`);
    const [start, usage] = [performance.now(), process.cpuUsage()];
    take(await app.client.call("provisioning.start", { plan, ports, operator: "bench" }));
    const run = await awaitRun(app.client, ({ slots }) =>
      slots.every(({ state }) => state === "done" || state === "stop"),
    );
    const took = performance.now() - start;
    const { user, system } = process.cpuUsage(usage);
    return {
      took,
      worked: (user + system) / 1000,
      done: run.slots.filter(({ outcome }) => outcome === "confirmed").length,
    };
  } finally {
    await app.close();
    await units.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startUnits(count: number) {
  const program = join(import.meta.dirname, "paced-units.ts");
  const units = spawn(process.execPath, [program, String(count), String(baudRate)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(units, "exit");
  const said = await Promise.race([
    once(createInterface(units.stdout), "line"),
    ended.then(() => Promise.reject(new Error("the units ended at once"))),
  ]);
  return {
    ports: z.array(z.number()).parse(JSON.parse(String(said[0]))),
    async close(): Promise<void> {
      units.stdin.end();
      await ended;
    },
  };
}

/** Each in a shop of its own. */
function makeSheet(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, place) => `${nameUnit(place).serialNumber},shop ${place},192.168.1.77,255.255.255.0,192.168.1.1,192.168.1.1`,
  );
  return ["SN,Site,IP,Mask,Gateway,DNS", ...rows].join("\n");
}
