// A program of ours that says on its first line of output where it can be reached, and ends when asked to.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const startLimit = 20_000;
const endLimit = 15_000;

export interface StartedProcess {
  readonly pid: number;
  /** Where it keeps what it records. */
  readonly data: string;
  /** The first line, parsed. */
  readonly greeting: unknown;
  /** What it said on standard error so far. */
  readonly complaints: () => string;
  /** Asks it to end, and resolves with its status. */
  readonly stop: () => Promise<number | null>;
}

export async function startProcess(options: readonly string[], cwd: string): Promise<StartedProcess> {
  // What it records of pushes is its own: another spec's push on the same demo terminal is none of its business.
  const data = mkdtempSync(join(tmpdir(), "counterpart-e2e-data-"));
  const env = { ...process.env, COUNTERPART_DATA: data };
  const child = spawn(process.execPath, options, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  child.once("close", () => rmSync(data, { recursive: true, force: true }));
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  const timer = setTimeout(() => child.kill("SIGKILL"), startLimit);
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, "line"), once(child, "close").then(() => [null])]);
  clearTimeout(timer);
  const [line] = first as [string | null];
  if (line === null) throw new Error(`${options.join(" ")} ended at once: ${complaints}`);
  return {
    pid: child.pid ?? 0,
    data,
    greeting: JSON.parse(line),
    complaints: () => complaints,
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const closed = once(child, "close");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), endLimit);
  await closed;
  clearTimeout(timer);
  return child.exitCode;
}
