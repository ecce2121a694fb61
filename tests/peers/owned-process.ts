// Programs that a test starts: each ends by its own id, with the test process at the latest.
import { type ChildProcess, execFile, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

export interface OwnedProcess {
  readonly pid: number;
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Resolves with the exit status, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** The last few kilobytes of its standard error. */
  readComplaints(): string;
  /** Asks it to end, and insists after two seconds. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): Promise<void>;
}

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const stopPatience = 2_000;
const rememberedComplaints = 4_096;

/** `setpriv` has the kernel end the program when this process dies, even by SIGKILL. */
export function startProcess(command: string, args: readonly string[]): OwnedProcess {
  const stdio: StdioOptions = ["pipe", "pipe", "pipe"];
  const child = spawn("setpriv", ["--pdeathsig", "KILL", "--", command, ...args], { stdio });
  const { stdin, stdout, stderr, pid } = child;
  if (stdin === null || stdout === null || stderr === null || pid === undefined) {
    throw new Error(`could not start ${command}`);
  }
  let complaints = "";
  stderr.on("data", (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-rememberedComplaints);
  });
  // A program that ended closes its input; whoever waits for its answer notices.
  stdin.on("error", () => undefined);
  const ended = waitForEnd(child);
  return {
    pid,
    stdin,
    stdout,
    ended,
    readComplaints: () => complaints,
    stop: () => stopChild(child, ended),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function waitForEnd(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

async function stopChild(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), stopPatience);
  await ended;
  clearTimeout(timer);
}

export interface RunOptions {
  readonly input?: string;
  readonly timeLimit?: number;
}

/** Runs a program to its end. An exit status other than 0 is an answer, not an error. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const { promise, resolve } = Promise.withResolvers<Finished>();
  const limits = { timeout: options.timeLimit ?? 20_000, maxBuffer: 16 * 1024 * 1024 };
  const child = execFile(command, args, limits, (error, stdout, stderr) => {
    const status = error === null ? 0 : typeof error.code === "number" ? error.code : null;
    resolve({ status, stdout, stderr: status === null ? `${stderr}${error?.message ?? ""}` : stderr });
  });
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(options.input ?? "");
  return promise;
}

/** Runs a program that must succeed; returns what it printed. */
export async function runOrThrow(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const finished = await runProgram(command, args, options);
  if (finished.status !== 0) {
    throw new Error(`${command} ${args.join(" ")} ended with ${String(finished.status)}: ${finished.stderr}`);
  }
  return finished.stdout;
}
