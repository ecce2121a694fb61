// How long logs are kept stands with the logs; a text of preferences for another computer carries it along.
import { z } from "zod";
import { captureCommands } from "../../contract/captures.ts";
import type { Handlers } from "../../contract/server.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, succeed } from "../../core/failures/result.ts";

type Carrying = Pick<Handlers, "preferences.export" | "preferences.import">;

/** Left out by earlier versions. */
const carriedSchema = z.object({ retention: captureCommands["captures.limit"].output.optional() });

export function carryRetention(
  preferences: Carrying,
  captures: Pick<Handlers, "captures.list" | "captures.limit">,
): Carrying {
  return {
    "preferences.export": async (input, call) => {
      const exported = await preferences["preferences.export"](input, call);
      const kept = await captures["captures.list"]({ terminal: null }, call);
      // Logs that cannot be looked up keep no preferences from leaving.
      if (!exported.ok || !kept.ok) return exported;
      const all = { ...(JSON.parse(exported.value.text) as object), retention: kept.value.limits };
      return succeed({ text: `${JSON.stringify(all, null, 2)}\n` });
    },
    "preferences.import": async (input, call) => {
      const carried = carriedSchema.safeParse(parse(input.text));
      if (!carried.success) return fail(makeFailure("preferences-unreadable"));
      const imported = await preferences["preferences.import"](input, call);
      const { retention } = carried.data;
      if (!imported.ok || retention === undefined) return imported;
      const limited = await captures["captures.limit"](retention, call);
      return limited.ok ? imported : limited;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
