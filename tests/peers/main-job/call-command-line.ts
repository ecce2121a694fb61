// `counterpart WORDS` as a process that a test can interrupt or end where it stands.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const program = join(resolve(import.meta.dirname, "../../.."), "electron/headless/command-line.ts");

export interface Ended {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Call {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Interrupt when this stands on standard error. */
  readonly interruptAt?: RegExp;
  /** The same when it stands on standard output. */
  readonly interruptAtOutput?: RegExp;
  /** End it at once, as kill -9 does, when this stands on standard error. */
  readonly killAt?: RegExp;
  readonly onStarted?: (pid: number) => void;
}

/** What it records of pushes is in `COUNTERPART_DATA`; without it in a folder that goes when it ends. */
export async function call(words: readonly string[], options: Call = {}): Promise<Ended> {
  const data = mkdtempSync(join(tmpdir(), "counterpart-data-"));
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, COUNTERPART_DATA: data, ...options.environment },
    timeout: 60_000,
  });
  if (child.pid !== undefined) options.onStarted?.(child.pid);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
    if (options.interruptAtOutput?.test(stdout) && !child.killed) child.kill("SIGINT");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
    if (options.interruptAt?.test(stderr) && !child.killed) child.kill("SIGINT");
    if (options.killAt?.test(stderr) && !child.killed) child.kill("SIGKILL");
  });
  child.stdin.end(options.input);
  await once(child, "close");
  rmSync(data, { recursive: true, force: true });
  return { status: child.exitCode, stdout, stderr };
}
