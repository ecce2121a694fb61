// Everything that a description can make Counterpart send: what a person is shown before a description of their own
// folder is used, and what is held against what shared code forbids.
import type { TextDescription } from "./description.ts";

export interface DescribedCommand {
  /** `read` and `logs` only ask; `set`, `save` and `restart` change something; `leave` says goodbye. */
  readonly purpose: "read" | "set" | "save" | "restart" | "logs" | "leave";
  /** With its placeholders, without its line end. */
  readonly text: string;
  /** Where it stands in the file. */
  readonly path: readonly (string | number)[];
}

export function listCommands(description: TextDescription): readonly DescribedCommand[] {
  const { read, interfaces, set: own, save, restart, logs, leave } = description;
  const one = (purpose: DescribedCommand["purpose"], text: string | undefined, path: DescribedCommand["path"]) =>
    text === undefined ? [] : [{ purpose, text, path }];
  return [
    ...read.flatMap(({ send }, place) => one("read", send, ["read", place, "send"])),
    ...interfaces.flatMap(({ set }, outer) =>
      set.flatMap(({ send }, place) => one("set", send, ["interfaces", outer, "set", place, "send"])),
    ),
    ...own.flatMap(({ send }, place) => one("set", send, ["set", place, "send"])),
    ...save.flatMap(({ send }, place) => one("save", send, ["save", place, "send"])),
    ...one("restart", restart?.send, ["restart", "send"]),
    ...one("logs", logs?.send, ["logs", "send"]),
    ...one("leave", leave, ["leave"]),
  ];
}
