// Every command there is. The answering side has them all at once; the asking side finds those of a later part of the window
// when it first uses one.
import { type CommandName, type Commands, commands } from "./commands.ts";
import { openedLogCommands } from "./opened-logs.ts";

export const allCommands: Commands = { ...commands, ...openedLogCommands };

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(allCommands, name);
}
