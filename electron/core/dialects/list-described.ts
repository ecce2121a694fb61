// What a person is shown before a description is used: its name, and everything that it can make Counterpart send.
import type { Localized } from "../failures/localized.ts";
import { parseDescription } from "./check-description.ts";
import { type DescribedCommand, listCommands } from "./text/list-commands.ts";

interface Described {
  readonly name: Localized;
  readonly commands: readonly { readonly purpose: DescribedCommand["purpose"]; readonly text: string }[];
}

/** Null where its form is wrong. */
export function listDescribed(content: unknown): Described | null {
  const description = parseDescription(content);
  if (description === null) return null;
  if (description.family === "text") return { name: description.name, commands: listCommands(description) };
  if (description.family === "linux-console") {
    const commands = description.logs.map(({ path }) => ({ purpose: "logs" as const, text: `cat ${path}` }));
    return { name: description.name, commands };
  }
  const { application, path } = description.parameters;
  return {
    name: description.name,
    commands: [
      { purpose: "read", text: `installer: RECV ${path}` },
      { purpose: "set", text: `installer: CMD appdata ${application}` },
    ],
  };
}
