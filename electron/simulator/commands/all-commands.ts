// Every command of a simulated terminal: ours over the machine, the interpreter's own over the files.
import type { CommandName } from "just-bash";
import type { Machine } from "../machine.ts";
import { checksumCommands } from "./checksum-commands.ts";
import type { CommandTable } from "./command.ts";
import { identityCommands } from "./identity-commands.ts";
import { journalCommands, logCommands, logreadCommands } from "./log-commands.ts";
import { networkCommands } from "./network-commands.ts";
import { processCommands } from "./process-commands.ts";
import { shellCommands } from "./shell-commands.ts";
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

// Where Debian keeps them; the rest lies in /usr/bin.

export function commandsOf(machine: Machine): CommandTable {
  const logReaders = { journalctl: journalCommands, logread: logreadCommands, none: {} };
  const all: CommandTable = {
    ...checksumCommands,
    ...identityCommands,
    ...logCommands,
    ...logReaders[machine.profile.logReader],
    ...networkCommands,
    ...processCommands,
    ...shellCommands,
    ...systemCommands,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => machine.has(name)));
}

export function bundledCommandsOf(machine: Machine): CommandName[] {
  return bundled.filter((name) => machine.has(name)) as CommandName[];
}

/** Files for `command -v` and PATH to find. */
export function commandPathsOf(machine: Machine): readonly string[] {
  const names = new Set([...Object.keys(commandsOf(machine)), ...bundledCommandsOf(machine)]);
  return [...names].map((name) => `/usr/bin/${name}`);
}
