// kill, ps, pidof, sleep, setsid and nohup: processes that come and go.
import { quoteForShell } from "../shell/quoting.ts";
import type { RunOutcome } from "../shell/shell-process.ts";
import { complain, done, inputOf, print, splitOptions, type Call, type CommandTable } from "./command.ts";

export const processCommands: CommandTable = {
  kill: runKill,
  ps: runPs,
  pidof: runPidof,
  pgrep: runPidof,
  sleep: runSleep,
  timeout: runTimeout,
  setsid: runDetached,
  nohup: runDetached,
  "start-stop-daemon": runStartStopDaemon,
};

const interrupted = 130;

function runKill({ args, process }: Call): RunOutcome {
  if (args[0] === "-l") return print("HUP INT QUIT KILL USR1 USR2 PIPE ALRM TERM\n");
  const signal = args[0] === "-s" ? (args[1] ?? "TERM") : args[0]?.startsWith("-") ? args[0].slice(1) : "TERM";
  const targets = args.slice(args[0] === "-s" ? 2 : args[0]?.startsWith("-") ? 1 : 0);
  let stderr = "";
  for (const target of targets) {
    const pid = Number(target);
    const found = Number.isInteger(pid) ? process.machine.processes.find(Math.abs(pid)) : null;
    if (!Number.isInteger(pid)) stderr += `bash: kill: ${target}: arguments must be process or job IDs\n`;
    else if (found === null) stderr += `bash: kill: (${pid}) - No such process\n`;
    else if (process.user.uid !== 0 && found.user !== process.user.name) {
      stderr += `bash: kill: (${pid}) - Operation not permitted\n`;
    } else if (
      !["0", "HUP", "USR1", "USR2", "CONT", "STOP"].includes(signal.replace(/^SIG/, "")) &&
      found.stop !== null
    ) {
      found.stop();
      process.machine.processes.remove(found.pid);
    }
  }
  return { stdout: "", stderr, exitCode: stderr === "" ? 0 : 1 };
}

function runPs({ args, process }: Call): RunOutcome {
  const flags = args.join("");
  const full = /[eax]/i.test(flags);
  const shown = process.machine.processes.all.filter((one) => full || one.terminal !== null);
  if (/u/.test(flags) || /f/.test(flags)) {
    const head = "USER         PID    PPID TTY      STAT COMMAND\n";
    const line = shown.map(
      (one) =>
        `${one.user.padEnd(8)} ${String(one.pid).padStart(7)} ${String(one.parent).padStart(7)} ${(one.terminal ?? "?").padEnd(8)} S    ${one.commandLine}\n`,
    );
    return print(head + line.join(""));
  }
  const lines = shown.map(
    (one) => `${String(one.pid).padStart(7)} ${(one.terminal ?? "?").padEnd(8)} 00:00:00 ${one.name}\n`,
  );
  return print(`    PID TTY          TIME CMD\n${lines.join("")}`);
}

function runPidof({ name, args, process }: Call): RunOutcome {
  const { words } = splitOptions(args);
  const wanted = new Set(words.map((word) => word.replace(/^.*\//, "")));
  const pids = process.machine.processes.all.filter((one) => wanted.has(one.name)).map((one) => one.pid);
  if (pids.length === 0) return { ...done, exitCode: 1 };
  return print(name === "pgrep" ? pids.map((pid) => `${pid}\n`).join("") : `${pids.reverse().join(" ")}\n`);
}

async function runSleep({ args, process }: Call): Promise<RunOutcome> {
  if (args.length === 0) return complain("sleep: missing operand\nTry 'sleep --help' for more information.");
  let seconds = 0;
  for (const word of args) {
    const length = readSeconds(word);
    if (length === null)
      return complain(`sleep: invalid time interval ‘${word}’\nTry 'sleep --help' for more information.`);
    seconds += length;
  }
  return (await process.wait(seconds * 1000)) ? done : { ...done, exitCode: interrupted };
}

const unitSeconds: Readonly<Record<string, number>> = { "": 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** `0.5`, `3s`, `2m`; null when it is no time. */
function readSeconds(word: string): number | null {
  const [, number, unit = ""] = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(word) ?? [];
  return number === undefined ? null : Number(number) * (unitSeconds[unit] ?? 1);
}

const timedOut = 124;

async function runTimeout(call: Call): Promise<RunOutcome> {
  const words = [...call.args];
  while (words[0]?.startsWith("-") === true) if (/^-[sk]$/.test(words.shift() ?? "")) words.shift();
  const [length = "", ...command] = words;
  const seconds = readSeconds(length);
  if (seconds === null) return complain(`timeout: invalid time interval ‘${length}’`, 125);
  const child = call.process.fork({ name: command[0] ?? "sh", commandLine: command.join(" ") });
  const over = new AbortController();
  let late = false;
  call.process.machine.surroundings.clock
    .delay(seconds * 1000, over.signal)
    .then(() => {
      late = true;
      child.job.abort();
    })
    .catch(() => undefined);
  const script = command.map(quoteForShell).join(" ");
  const run = { script, variables: { ...call.io.exportedEnv }, folder: call.io.cwd, input: inputOf(call) };
  const outcome = await call.process.shells.run(child, run);
  over.abort();
  child.end();
  return late ? { ...outcome, exitCode: timedOut } : outcome;
}

/** Starts a command that outlives this shell, and does not wait for it. */
function runDetached(call: Call): RunOutcome {
  const words = call.args.filter((word, at) => !(at === 0 && /^-[cfw]+$|^--fork$/.test(word)));
  if (words.length === 0) return complain(`${call.name}: missing operand`);
  launch(call, words);
  return done;
}

function runStartStopDaemon(call: Call): RunOutcome {
  const { args } = call;
  const at = args.indexOf("--");
  const program =
    args[args.findIndex((word) => word === "-x" || word === "--exec" || word === "--startas" || word === "-a") + 1];
  if (!args.includes("-S") && !args.includes("--start")) return done;
  if (program === undefined) return complain("start-stop-daemon: need --exec");
  launch(call, [program, ...(at < 0 ? [] : args.slice(at + 1))]);
  return done;
}

function launch(call: Call, words: readonly string[]): void {
  const child = call.process.fork({
    detached: true,
    name: words[0]?.replace(/^.*\//, "") ?? "sh",
    commandLine: words.join(" "),
  });
  const run = {
    script: words.map(quoteForShell).join(" "),
    variables: { ...call.io.exportedEnv },
    folder: call.io.cwd,
  };
  void call.process.shells.run(child, run).finally(() => child.end());
}
