// What following a log costs the PC: `counterpart logs --follow` on a real console whose program writes more than a line paced
// at 115200 baud carries, so that the line is full all the time. Ours is the processor time of that process, peer the time
// that passed: the ratio is the share of one core.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type ConsolePeer, startConsole } from "../peers/console-in-namespace.ts";
import { type OwnedProcess, startProcess } from "../peers/owned-process.ts";
import { type PacedLine, startPacedLine } from "../peers/paced-line.ts";
import { type BenchRow, makeRow } from "./rows.ts";

const baudRate = 115_200;
const watched = "/var/log/pos.log";
/** Milliseconds: before measuring, for the start and the login; while measuring. */
const settling = 30_000;
const measuring = 20_000;
const limit = 0.1;
/** Of what the line could carry; less is no following at line rate. */
const leastShare = 0.95;
const entry = resolve(import.meta.dirname, "../../electron/headless/command-line.ts");

export async function measureFollowing(): Promise<BenchRow> {
  const data = mkdtempSync(join(tmpdir(), "counterpart-bench-"));
  const terminal = await startConsole({ shell: "bash", login: "root-autologin" });
  const line = await startPacedLine({ targetPort: terminal.port, baudRate });
  const port = ["--port", `tcp:127.0.0.1:${line.port}`, "--family", "linux-console"];
  const follow = [process.execPath, entry, "logs", "--follow", "--source", watched, ...port];
  try {
    await startWriting(terminal);
    const app = startProcess("env", [`COUNTERPART_DATA=${data}`, "LC_ALL=C.UTF-8", ...follow]);
    try {
      return await measure(app, line);
    } finally {
      await app.stop();
    }
  } finally {
    await line.close();
    await terminal.close();
    rmSync(data, { recursive: true, force: true });
  }
}

/** A program that logs some 14 kB a second until the terminal ends. */
async function startWriting(terminal: ConsolePeer): Promise<void> {
  const portion = Array.from(
    { length: 24 },
    (_, place) => `Nov 22 10:00:00 terminal payd[812]: heartbeat ok queue=${place}`,
  );
  const loop = `while :; do printf '${portion.join("\\n")}\\n' >>${watched}; sleep 0.1; done`;
  const started = await terminal.inNamespace(`: >${watched}; setsid sh -c "${loop}" </dev/null >/dev/null 2>&1 &`);
  if (started.status !== 0) throw new Error(started.stderr);
}

async function measure(app: OwnedProcess, line: PacedLine): Promise<BenchRow> {
  let heard = 0;
  app.stdout.on("data", (chunk: Buffer) => (heard += chunk.length));
  const deadline = performance.now() + settling;
  while (heard < baudRate / 10 && performance.now() < deadline) await delay(100);
  const [cpu, bytes, printed, start] = [
    readProcessorTime(app.pid),
    line.countBytes("toClient"),
    heard,
    performance.now(),
  ];
  await delay(measuring);
  const elapsed = performance.now() - start;
  const used = readProcessorTime(app.pid) - cpu;
  const rate = ((line.countBytes("toClient") - bytes) * 1000) / elapsed;
  const isFull = rate >= (baudRate / 10) * leastShare && heard - printed >= rate * (elapsed / 1000) * 0.9;
  const problem = isFull ? "" : `; ours: the line was not full: ${app.readComplaints().trim()}`;
  const note = `share of one core over ${(elapsed / 1000).toFixed(0)} s, user and system, at ${rate.toFixed(0)} bytes a second${problem}`;
  return makeRow(
    { name: "processor time while a log is followed at line rate", limit, note },
    { ours: isFull ? [used] : [], peer: [elapsed] },
  );
}

/** Milliseconds of user and system time so far. */
function readProcessorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return (ticks * 1000) / ticksPerSecond;
}

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
