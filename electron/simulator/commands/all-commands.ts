// Every command of a simulated terminal: ours over the machine, the interpreter's own over the files.
import type { CommandName } from "just-bash";
import type { Machine } from "../machine.ts";
import { checksumCommands } from "./checksum-commands.ts";
import type { CommandTable } from "./command.ts";
import { identityCommands } from "./identity-commands.ts";
import { journalCommands, logCommands, logreadCommands } from "./log-commands.ts";
import { networkCommands } from "./network-commands.ts";
import { probeCommands } from "./probe-commands.ts";
import { processCommands } from "./process-commands.ts";
import { shellCommands } from "./shell-commands.ts";
import { textCommands } from "./text-commands.ts";
import { systemCommands } from "./system-commands.ts";

const bundled = [
  ..."awk base64 basename cat chmod cp cut diff dirname du echo egrep env expr false fgrep find fold grep head".split(
    " ",
  ),
  ..."hostname ln ls md5sum mkdir mv nl od paste printenv printf pwd readlink rev rm rmdir sed seq sha1sum".split(" "),
  ..."sha256sum sh bash sleep sort stat strings tac tail tee timeout touch tr true uniq wc which whoami xargs".split(
    " ",
  ),
  ..."alias unalias date gzip gunzip zcat tar comm".split(" "),
] as readonly string[];

// Scripts and people call these by their old paths, too.
const administration = ["ip", "ifup", "ifdown", "ifquery", "udhcpc", "reboot", "start-stop-daemon", "logread"];

export function commandsOf(machine: Machine): CommandTable {
  const logReaders = { journalctl: journalCommands, logread: logreadCommands, none: {} };
  const all: CommandTable = {
    ...checksumCommands,
    ...identityCommands,
    ...logCommands,
    ...logReaders[machine.profile.logReader],
    ...networkCommands,
    ...probeCommands,
    ...processCommands,
    ...shellCommands,
    ...systemCommands,
    ...textCommands,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => machine.has(name)));
}

export function bundledCommandsOf(machine: Machine): CommandName[] {
  return bundled.filter((name) => machine.has(name)) as CommandName[];
}

/** Path -> content of the files that stand for commands: the interpreter runs what lies in /bin and /usr/bin only. */
export function commandFilesOf(machine: Machine): Readonly<Record<string, string>> {
  const names = [...new Set([...Object.keys(commandsOf(machine)), ...bundledCommandsOf(machine)])];
  const programs = names.map((name) => [`/usr/bin/${name}`, "\u007fELF\n"]);
  const old = administration
    .filter((name) => names.includes(name))
    .map((name) => [`/sbin/${name}`, `/usr/bin/${name} "$@"\n`]);
  return Object.fromEntries([...programs, ...old]) as Readonly<Record<string, string>>;
}
