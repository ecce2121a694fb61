// Every command there is. The answering side has them all at once; the asking side finds those of a later part of the window
// when it first uses one.
import { captureCommands } from "./captures.ts";
import { type CommandName, type Commands, commands } from "./commands.ts";
import { consoleCommands } from "./console.ts";
import { diagnosisCommands } from "./diagnosis.ts";
import { givenFileCommands } from "./given-files.ts";
import { openedLogCommands } from "./opened-logs.ts";
import { packCommands } from "./packs.ts";
import { provisioningCommands } from "./provisioning.ts";
import { registerCommands } from "./register.ts";
import { preferencesCommands } from "./preferences.ts";
import { fileCommands } from "./terminal-files.ts";

export const allCommands: Commands = {
  ...commands,
  ...captureCommands,
  ...consoleCommands,
  ...diagnosisCommands,
  ...fileCommands,
  ...givenFileCommands,
  ...openedLogCommands,
  ...packCommands,
  ...provisioningCommands,
  ...registerCommands,
  ...preferencesCommands,
};

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(allCommands, name);
}
