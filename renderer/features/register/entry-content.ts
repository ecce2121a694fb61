// What an entry holds -> what its kind of entry is known to hold. Newer or older versions may have written it otherwise: then
// there is nothing to show but that it happened.
import { z } from "zod";
import { commands } from "../../../electron/contract/commands.ts";
import type { RegisterEntry } from "../../../electron/contract/register.ts";

const addresses = { addresses: z.array(z.string()), addressesAre: z.enum(["kept", "freed"]) };

// From the tables that the window has loaded already.
const contents = {
  push: commands["history.list"].output.shape.pushes.element.pick({ outcome: true, changes: true, tests: true }),
  test: commands["terminal.test"].output,
  capture: z.object({ folder: z.string(), isWhole: z.boolean() }),
  replaced: z.object({ ...addresses, by: z.string() }),
  replaces: z.object({ ...addresses, old: z.string() }),
} as const;

type Contents = typeof contents;

export type Content =
  | {
      readonly [Kind in keyof Contents]: { readonly kind: Kind; readonly value: z.infer<Contents[Kind]> };
    }[keyof Contents]
  | { readonly kind: "plain" };

export function readContent({ kind, content }: RegisterEntry): Content {
  if (kind === "settings" || kind === "note") return { kind: "plain" };
  const parsed = contents[kind].safeParse(content);
  // The schema looked up by the kind is the one of that kind's value.
  return parsed.success ? ({ kind, value: parsed.data } as Content) : { kind: "plain" };
}
