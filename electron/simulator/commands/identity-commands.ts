// Who and what the terminal is, and its clock: uname, hostname, id, date, uptime.
import { formatTime, parseTime } from "../machine/terminal-time.ts";
import type { RunOutcome } from "../shell/shell-process.ts";
import { complain, done, print, splitOptions, type Call, type CommandTable } from "./command.ts";

export const identityCommands: CommandTable = {
  uname: runUname,
  hostname: runHostName,
  arch: ({ process }) => print(`${process.machine.profile.kernel.machine}\n`),
  nproc: () => print("1\n"),
  id: runId,
  whoami: ({ process }) => print(`${process.user.name}\n`),
  logname: ({ process }) => print(`${process.user.name}\n`),
  date: runDate,
  uptime: ({ process }) => {
    const { machine } = process;
    const minutes = Math.floor(machine.uptime() / 60);
    const clock = formatTime(machine.now(), "%H:%M:%S");
    return print(
      ` ${clock} up ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")},  1 user,  load average: 0.08, 0.03, 0.01\n`,
    );
  },
};

function runUname({ args, process }: Call): RunOutcome {
  const { kernel } = process.machine.profile;
  const { options } = splitOptions(args);
  const all = options.has("a") || options.has("all");
  const parts = [
    ["s", "Linux"],
    ["n", process.machine.hostName],
    ["r", kernel.release],
    ["v", kernel.version],
    ["m", kernel.machine],
    ["o", "GNU/Linux"],
  ] as const;
  const chosen = parts.filter(([letter]) => all || options.has(letter) || (options.size === 0 && letter === "s"));
  return print(`${chosen.map(([, text]) => text).join(" ")}\n`);
}

function runHostName({ args, process }: Call): RunOutcome {
  const { words, options } = splitOptions(args);
  const [name] = words;
  if (name === undefined) return print(`${options.has("I") ? "" : process.machine.hostName}\n`);
  if (process.user.uid !== 0) return complain("hostname: you must be root to change the host name");
  process.machine.hostName = name;
  return done;
}

function runId({ args, process }: Call): RunOutcome {
  const { options } = splitOptions(args);
  const { uid, name } = process.user;
  const value = options.has("n") ? name : String(uid);
  if (options.has("u") || options.has("g") || options.has("G")) return print(`${value}\n`);
  return print(`uid=${uid}(${name}) gid=${uid}(${name}) groups=${uid}(${name})\n`);
}

function runDate({ args, process }: Call): RunOutcome {
  const { machine } = process;
  const { words, options } = splitOptions(args, "ds");
  const given = options.get("d") ?? options.get("date");
  const wanted = options.get("s") ?? options.get("set");
  const text = given ?? wanted;
  const at = text === undefined ? machine.now() : parseTime(text);
  if (at === null) return complain(`date: invalid date ‘${text}’`);
  if (wanted !== undefined) {
    if (process.user.uid !== 0) return complain("date: cannot set date: Operation not permitted");
    machine.setClock(at);
  }
  const format = words.find((word) => word.startsWith("+"))?.slice(1);
  const shown =
    format ?? (options.has("I") ? "%F" : options.has("R") ? "%a, %d %b %Y %H:%M:%S %z" : "%a %b %e %H:%M:%S %Z %Y");
  return print(`${formatTime(at, shown, options.has("u"))}\n`);
}
