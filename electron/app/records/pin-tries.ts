// How often a SIM card's PIN has been tried from this PC since it was last right: what a card that does not tell, or another
// start of the app, must not forget.
import { z } from "zod";
import type { Result } from "../../core/failures/result.ts";
import type { PushedTerminal } from "./pushed-terminal.ts";
import { isSameTerminal } from "./pushed-terminal.ts";
import type { Records } from "./records.ts";

/** Three lock the card; the third is nobody's here. */
export const mostPinTries = 2;

const rowSchema = z.object({ plan: z.string(), basis: z.string(), terminal: z.string(), state: z.string() });
const planSchema = z.object({ changes: z.array(z.object({ field: z.string() })) });
const basisSchema = z.object({
  interfaces: z.array(z.object({ cellular: z.object({ iccid: z.string().nullish() }).nullish() })),
});

export interface Card {
  /** Masked; null when it could not be read. */
  readonly iccid: string | null;
  readonly terminal: PushedTerminal;
}

/** Null when nothing was ever recorded. */
export function countPinTries(records: Records, card: Card): Result<number | null> {
  return records.read((database) => {
    const rows = database.prepare("SELECT plan, basis, terminal, state FROM pushes ORDER BY place DESC").iterate();
    let count = 0;
    for (const raw of rows) {
      const { plan, basis, terminal, state } = rowSchema.parse(raw);
      const { changes } = planSchema.parse(JSON.parse(plan));
      if (!changes.some(({ field }) => field === "pin")) continue;
      const iccid = findIccid(basisSchema.parse(JSON.parse(basis)));
      const isSame =
        iccid !== null && card.iccid !== null
          ? iccid === card.iccid
          : isSameTerminal(JSON.parse(terminal) as PushedTerminal, card.terminal);
      if (!isSame) continue;
      if (state === "confirmed") break;
      // Before `applying` nothing was sent; after it the PIN may have been, whoever was cut off.
      if (!["begun", "arming", "refused"].includes(state)) count++;
    }
    return count;
  });
}

function findIccid({ interfaces }: z.infer<typeof basisSchema>): string | null {
  return interfaces.find(({ cellular }) => cellular?.iccid != null)?.cellular?.iccid ?? null;
}
