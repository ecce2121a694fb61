// The states that cards went through -> those that ended: what is heard and read out.
import type { Slot } from "../../../electron/contract/provisioning.ts";

/** `states`: as each card was known before. In order; a card that ended twice stands twice. */
export function listTurns(states: ReadonlyMap<string, Slot["state"]>, changes: readonly Slot[]): readonly Slot[] {
  const now = new Map(states);
  return changes.filter((card) => {
    const was = now.get(card.slot);
    now.set(card.slot, card.state);
    return was !== card.state && (card.state === "done" || card.state === "stop");
  });
}
