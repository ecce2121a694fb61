// What an entry holds -> what its kind of entry is known to hold. Newer or older versions may have written it otherwise: then
// there is nothing to show but that it happened.
import { z } from "zod";
import { historyEntrySchema } from "../../../electron/contract/history.ts";
import type { RegisterEntry } from "../../../electron/contract/register.ts";
import { testReportSchema } from "../../../electron/contract/test-report.ts";

const addresses = { addresses: z.array(z.string()), addressesAre: z.enum(["kept", "freed"]) };

const contents = {
  push: historyEntrySchema.pick({ outcome: true, changes: true, tests: true }),
  test: z.object({ results: z.array(testReportSchema) }),
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
