// journalctl, logread, dmesg, logger.
import { formatLogLine } from "../machine/system-log.ts";
import { formatTime } from "../machine/terminal-time.ts";
import type { RunOutcome } from "../shell/shell-process.ts";
import { complain, done, print, splitOptions, type Call, type CommandTable } from "./command.ts";

export const journalCommands: CommandTable = { journalctl: runJournalctl };
export const logreadCommands: CommandTable = { logread: runLogread };
export const logCommands: CommandTable = { dmesg: runDmesg, logger: runLogger };

function runJournalctl({ args, process }: Call): RunOutcome {
  const { options } = splitOptions(args, "nuopSUt");
  const wanted = options.get("n") ?? options.get("lines");
  const count =
    wanted === undefined || wanted === "all"
      ? Number.POSITIVE_INFINITY
      : Number.parseInt(wanted === "" ? "10" : wanted, 10);
  if (Number.isNaN(count)) return complain("Failed to parse lines '" + String(wanted) + "'");
  const onlyKernel = options.has("k") || options.has("dmesg");
  const lines = process.machine.log.lines.filter((line) => !onlyKernel || line.source === "kernel");
  const shown = Number.isFinite(count) ? lines.slice(lines.length - Math.min(count, lines.length)) : lines;
  const output = options.get("o") ?? options.get("output") ?? "short";
  const text = (options.has("r") ? shown.toReversed() : shown).map((line) => {
    if (output === "cat") return line.text;
    if (output.startsWith("short-iso")) {
      return `${formatTime(line.at, "%FT%T%z")} ${process.machine.hostName} ${line.source}: ${line.text}`;
    }
    return formatLogLine(line, process.machine.hostName);
  });
  return print(text.map((line) => `${line}\n`).join(""));
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
