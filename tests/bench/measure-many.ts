// Sixteen terminals at once on one PC: one app, sixteen units behind bridges, each on its own line paced at 115200 baud and
// each with a text of its own, pulled at the same time. Against one alone on such a line, in the same run. A text that comes
// with another digest, or not at all, leaves the row without a time of ours.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeSurroundings } from "../../electron/app/node-surroundings.ts";
import { defaultLine } from "../../electron/core/bytes/byte-port.ts";
import { serveTerminal } from "../../electron/simulator/serve.ts";
import { XcbTerminal } from "../../electron/simulator/xcb/xcb-terminal.ts";
import { type PacedLine, startPacedLine } from "../peers/paced-line.ts";
import { startTerminalClient, take, type TerminalClient } from "../peers/terminal-client.ts";
import { type BenchRow, makeRow } from "./rows.ts";

const baudRate = 115_200;
const many = 16;
const size = 128 * 1024;
const path = "/tmp/payd.log";
/** Sixteen lines are sixteen times the bytes; they may not take much longer than one. */
const limit = 1.15;

interface Unit {
  readonly line: PacedLine;
  readonly digest: string;
}

export async function measureMany(): Promise<BenchRow> {
  const stop = new AbortController();
  const folder = mkdtempSync(join(tmpdir(), "counterpart-bench-"));
  const units: Unit[] = [];
  const client = startTerminalClient(folder);
  try {
    for (let place = 0; place < many; place++) units.push(await startUnit(place, stop.signal));
    const sessions = await Promise.all(units.map((unit) => connect(client, unit)));
    const alone = await pullAll(client, sessions.slice(0, 1));
    const together = await pullAll(client, sessions);
    const equal = together.digests.filter((digest, place) => digest === units[place]?.digest).length;
    const problem = equal === many ? "" : "; ours: a text was not the one that was sent";
    const note = `${size / 1024} KiB each at ${baudRate} baud, in one process; ${equal} of ${many} digests equal; the peer is one alone${problem}`;
    return makeRow(
      { name: "16 terminals at once, each text whole", limit, note },
      { ours: problem === "" ? [together.took] : [], peer: [alone.took] },
    );
  } finally {
    await client.close();
    await Promise.all(units.map(({ line }) => line.close()));
    stop.abort();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startUnit(place: number, signal: AbortSignal): Promise<Unit> {
  const where = { listen: { host: "127.0.0.1", port: 0 } };
  const served = await serveTerminal("xcb", where, { surroundings: nodeSurroundings, signal });
  if (!served.ok || !(served.value.terminal instanceof XcbTerminal)) throw new Error("the unit is not served");
  const row = (count: number): string => `terminal ${place}, line ${count}: heartbeat ok\n`;
  let text = "";
  for (let count = 0; text.length < size; count++) text += row(count);
  served.value.terminal.unit.writeFile(path, text);
  const line = await startPacedLine({ targetPort: Number(served.value.port.split(":").at(-1)), baudRate });
  return { line, digest: digestOf(text) };
}

async function connect({ client }: TerminalClient, { line }: Unit): Promise<string> {
  const nobody = { login: null, become: null, becomePassword: null };
  const where = { port: `tcp:127.0.0.1:${line.port}`, line: defaultLine, family: "xcb", timeoutSeconds: 30 };
  return take(await client.call("terminal.connect", { ...where, ...nobody })).session;
}

interface Pulled {
  /** Milliseconds until the last one had its text. */
  readonly took: number;
  readonly digests: readonly string[];
}

async function pullAll({ client }: TerminalClient, sessions: readonly string[]): Promise<Pulled> {
  const start = performance.now();
  const pulled = await Promise.all(
    sessions.map(async (session) => take(await client.call("files.pull", { session, path })).file),
  );
  const took = performance.now() - start;
  return { took, digests: pulled.map((file) => digestOf(readFileSync(file, "utf8"))) };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
