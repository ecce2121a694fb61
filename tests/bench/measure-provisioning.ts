// Thirty-two terminals set at once by one bench, each on its own line paced at 115200 baud, against one alone on such a line:
// recognise, claim, read, plan, push with its tests, confirm, finish the row. A terminal that does not end with its row done
// leaves the row without a time of ours. The terminals are units behind bridges, which cost this machine little: consoles are
// simulated by a whole shell each, and thirty-two of them would measure the simulator.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { serveTerminal } from "../../electron/simulator/serve.ts";
import { awaitRun, keepSheet } from "../app/provisioning/keep-sheet.ts";
import { type PacedLine, startPacedLine } from "../peers/paced-line.ts";
import { startTerminalClient, take, type TerminalClient } from "../peers/terminal-client.ts";
import { type BenchRow, makeRow } from "./rows.ts";

const baudRate = 115_200;
const many = 32;
/** Thirty-two lines may not take much longer than one. */
const limit = 1.3;

export async function measureProvisioning(): Promise<BenchRow> {
  const alone = await measureRun(1);
  const together = await measureRun(many);
  const problem = together.done === many && alone.done === 1 ? "" : "; ours: a terminal was not done";
  const note = `${baudRate} baud, terminals and app in one process; ${together.done} of ${many} done in ${Math.round(together.worked)} ms of processor time; the peer is one alone${problem}`;
  return makeRow(
    { name: `${many} terminals set at once`, limit, note },
    { ours: problem === "" ? [together.took] : [], peer: [alone.took] },
  );
}

interface Measured {
  /** Milliseconds until the last one was done. */
  readonly took: number;
  /** Of them, processor time. */
  readonly worked: number;
  readonly done: number;
}

async function measureRun(count: number): Promise<Measured> {
  const stop = new AbortController();
  const folder = mkdtempSync(join(tmpdir(), "counterpart-bench-"));
  const lines: PacedLine[] = [];
  const app: TerminalClient = startTerminalClient(folder);
  try {
    for (let place = 0; place < count; place++) lines.push(await startUnit(place, stop.signal));
    const plan = await keepSheet(app.client, makeSheet(count));
    const ports = lines.map(({ port }) => `tcp:127.0.0.1:${port}`);
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
    await Promise.all(lines.map((line) => line.close()));
    stop.abort();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startUnit(place: number, signal: AbortSignal): Promise<PacedLine> {
  const where = { listen: { host: "127.0.0.1", port: 0 } };
  const serialDigits = digitsOf(place);
  const served = await serveTerminal("xcb", where, { surroundings: nodeSurroundings, signal, serialDigits });
  if (!served.ok) throw new Error(served.failure.message.en);
  return startPacedLine({ targetPort: Number(served.value.port.split(":").at(-1)), baudRate });
}

/** Each in a shop of its own. */
function makeSheet(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, place) => `CT3-000${digitsOf(place)},shop ${place},192.168.1.77,255.255.255.0,192.168.1.1,192.168.1.1`,
  );
  return ["SN,Site,IP,Mask,Gateway,DNS", ...rows].join("\n");
}

function digitsOf(place: number): string {
  return String(place + 1).padStart(4, "0");
}
