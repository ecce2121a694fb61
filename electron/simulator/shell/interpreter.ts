// One bash interpreter for one shell process: its commands, its view of the files, no limits that a long session would meet.
import type { Bash, Command, ResolvedCommandContext } from "just-bash";
import { bundledCommandsOf, commandsOf } from "../commands/all-commands.ts";
import type { RunCommand } from "../commands/command.ts";
import { loadInterpreterLibrary } from "./interpreter-library.ts";
import { ProcessFiles } from "./process-files.ts";
import { quoteForShell } from "./quoting.ts";
import type { RunOutcome, ScriptRun, ShellProcess } from "./shell-process.ts";

const endless = Number.MAX_SAFE_INTEGER;
const limits = {
  maxCommandCount: endless,
  maxExecutionTimeMs: Number.POSITIVE_INFINITY,
  maxOutputSize: endless,
  maxWorkUnits: endless,
  maxInputBytes: endless,
  maxLiveBytes: endless,
  maxGlobOperations: endless,
};

// A loop that ignores ^C (`while :; do sleep 1; done`) would spin: after so many commands its shell is stopped.
const commandsAfterInterrupt = 50;

export const searchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

export interface InterpreterStart {
  readonly variables: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Commands of the shell itself, on top of the terminal's. */
  readonly own?: Readonly<Record<string, RunCommand>>;
  /** Told when a command loop runs on after ^C. */
  readonly onRunaway?: () => void;
}

export async function createInterpreter(process: ShellProcess, start: InterpreterStart): Promise<Bash> {
  const { Bash } = await loadInterpreterLibrary();
  const { machine } = process;
  const ours = { ...commandsOf(machine), ...start.own };
  const names = bundledCommandsOf(machine);
  const watched = names.filter((name) => machine.steps.watchedCommands.has(name) && !Object.hasOwn(ours, name));
  const table: Readonly<Record<string, RunCommand>> = {
    ...Object.fromEntries(watched.map((name) => [name, runOriginal])),
    ...ours,
  };
  const guard = { left: commandsAfterInterrupt, onRunaway: start.onRunaway ?? (() => undefined) };
  return new Bash({
    fs: new ProcessFiles(process),
    cwd: start.folder,
    env: { PATH: searchPath, ...start.variables },
    commands: names,
    customCommands: Object.entries(table).map(([name, run]) => adapt(name, run, { process, guard })),
    executionLimits: limits,
    // Shell text only, over files in memory: there is no script in it that could reach this process.
    defenseInDepth: false,
    processInfo: { pid: process.pid, ppid: process.parent, uid: process.user.uid, gid: process.user.uid },
  });
}

/** Runs a script to its end, as a child without a prompt. */
export async function runScript(process: ShellProcess, run: ScriptRun): Promise<RunOutcome> {
  const bash = await createInterpreter(process, { variables: run.variables, folder: run.folder });
  const words = (run.args ?? []).map(quoteForShell).join(" ");
  const script = `${words === "" ? "" : `set -- ${words}\n`}${run.script}`;
  const options = {
    rawScript: true,
    signal: process.job.signal,
    env: { "0": run.name ?? "sh" },
    ...(run.input === undefined ? {} : { stdin: run.input, stdinKind: "bytes" as const }),
  };
  const outcome = await bash.exec(script, options);
  const trap = process.exitTrap;
  if (trap === null || process.job.signal.aborted) return outcome;
  process.exitTrap = null;
  const last = await bash.exec(trap, { rawScript: true, env: outcome.env });
  return { stdout: outcome.stdout + last.stdout, stderr: outcome.stderr + last.stderr, exitCode: outcome.exitCode };
}

interface Adapted {
  readonly process: ShellProcess;
  readonly guard: { left: number; readonly onRunaway: () => void };
}

function adapt(name: string, run: RunCommand, { process, guard }: Adapted): Command {
  const execute = async (args: string[], io: ResolvedCommandContext): Promise<RunOutcome> => {
    if (process.job.signal.aborted) {
      guard.left -= 1;
      if (guard.left < 0) guard.onRunaway();
    } else guard.left = commandsAfterInterrupt;
    const effect = process.machine.steps.take([name, ...args].join(" "));
    if (effect?.kind === "lie") return { stdout: "", stderr: "", exitCode: 0 };
    if (effect?.kind === "fail") return { stdout: "", stderr: `${effect.message}\n`, exitCode: effect.status };
    if (effect?.kind === "disk-full")
      return { stdout: "", stderr: `${name}: write error: No space left on device\n`, exitCode: 1 };
    return run({ name, args, io, process });
  };
  return { name, execute };
}

async function runOriginal({ name, args, io }: Parameters<RunCommand>[0]): Promise<RunOutcome> {
  return (await io.origCommand?.([...args])) ?? { stdout: "", stderr: `${name}: not found\n`, exitCode: 127 };
}
