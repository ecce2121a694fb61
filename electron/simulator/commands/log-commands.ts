// journalctl, logread, dmesg, logger.
import { formatLogLine, type LogLine } from "../machine/system-log.ts";
import { formatTime } from "../machine/terminal-time.ts";
import { formatQuad, parseQuad } from "../network/dotted-quad.ts";
import type { RunOutcome, ShellProcess } from "../shell/shell-process.ts";
import { answers } from "./network-commands.ts";
import { complain, done, print, splitOptions, type Call, type CommandTable } from "./command.ts";

/** The host that the machine's log speaks of. */
const host = parseQuad("203.0.113.20") ?? 0;
/** Milliseconds. */
const betweenLooks = 3_000;

export const journalCommands: CommandTable = { journalctl: runJournalctl };
export const logreadCommands: CommandTable = { logread: runLogread };
export const logCommands: CommandTable = { dmesg: runDmesg, logger: runLogger };

function runJournalctl({ args, process }: Call): RunOutcome | Promise<RunOutcome> {
  const { options } = splitOptions(args, "nuopSUt");
  const output = options.get("o") ?? options.get("output") ?? "short";
  const wanted = options.get("n") ?? options.get("lines");
  const count =
    wanted === undefined || wanted === "all"
      ? Number.POSITIVE_INFINITY
      : Number.parseInt(wanted === "" ? "10" : wanted, 10);
  if (Number.isNaN(count)) return complain("Failed to parse lines '" + String(wanted) + "'");
  const onlyKernel = options.has("k") || options.has("dmesg");
  const lines = process.machine.log.lines.filter((line) => !onlyKernel || line.source === "kernel");
  const shown = Number.isFinite(count) ? lines.slice(lines.length - Math.min(count, lines.length)) : lines;
  const printLine = (line: LogLine): string => {
    if (output === "cat") return `${line.text}\n`;
    if (output.startsWith("short-iso")) {
      return `${formatTime(line.at, "%FT%T%z")} ${process.machine.hostName} ${line.source}: ${line.text}\n`;
    }
    return `${formatLogLine(line, process.machine.hostName)}\n`;
  };
  const text = (options.has("r") ? shown.toReversed() : shown).map(printLine).join("");
  return options.has("f") ? follow(process, text, printLine) : print(text);
}

/** Until ^C, or until nobody is there to read it. */
async function follow(
  process: ShellProcess,
  before: string,
  printLine: (line: LogLine) => string,
): Promise<RunOutcome> {
  const { machine, tty } = process;
  tty?.write(before);
  let seen = machine.log.lines;
  while (tty !== null && (await process.wait(betweenLooks))) {
    // Its payment application looks for its host again and again.
    const found = answers(machine, host) ? "reached" : "No route to host (errno 113)";
    machine.writeLog("payment[812]", `connect ${formatQuad(host)}:5010: ${found}`);
    const fresh = machine.log.lines.filter((line) => !seen.includes(line));
    seen = machine.log.lines;
    tty.write(fresh.map(printLine).join(""));
  }
  return { ...done, exitCode: 130 };
}

function runLogread({ args, process }: Call): RunOutcome {
  const { options } = splitOptions(args, "le");
  const count = Number.parseInt(options.get("l") ?? "", 10);
  const lines = process.machine.log.lines;
  const shown = Number.isNaN(count) ? lines : lines.slice(Math.max(0, lines.length - count));
  return print(shown.map((line) => `${formatLogLine(line, process.machine.hostName)}\n`).join(""));
}

function runDmesg({ args, process }: Call): RunOutcome {
  const { options } = splitOptions(args, "nl");
  const level = options.get("n") ?? options.get("console-level");
  if (level !== undefined) {
    process.machine.consoleLogLevel = level === "emerg" ? 1 : Number.parseInt(level, 10) || 1;
    return done;
  }
  if (options.has("D")) process.machine.consoleLogLevel = 1;
  const lines = process.machine.kernelLog();
  return print(lines.map((line) => `[${line.since.toFixed(6).padStart(12)}] ${line.text}\n`).join(""));
}

function runLogger({ args, process }: Call): RunOutcome {
  const { words, options } = splitOptions(args, "tp");
  process.machine.writeLog(options.get("t") ?? process.user.name, words.join(" "));
  return done;
}
