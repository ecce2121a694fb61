// After a write that was cut off: what the terminal turned out to have, held against what was to be written.
import type { Report } from "../../../electron/contract/commands.ts";
import type { Change } from "../../../electron/core/settings/change.ts";
import { printField } from "./print-field.ts";
import type { FieldState, SettledField } from "../session/session-state.ts";

export function settleChanges(changes: readonly Change[], report: Report): readonly SettledField[] {
  return changes.map((change) => {
    const found = report.interfaces.find((one) => one.name === change.interface);
    const kept = printField(found?.ipv4 ?? null, change.field);
    // A method is how an address comes to be, so it is judged where it is kept.
    const runs = change.field === "ipv4.method" ? kept : printField(found?.running?.ipv4 ?? null, change.field);
    const state = compare(runs, change);
    const isManaged = found !== undefined && found.manager !== null;
    const isLasting = isManaged && compare(kept, change) === state;
    return {
      change,
      state,
      persisted: found === undefined ? null : isLasting,
      isUnlasting: isManaged && state === "new" && !isLasting,
    };
  });
}

/** The assignments that put a change back: what `plan.make` takes. */
export function reverseChanges(changes: readonly Change[]): readonly string[] {
  const leased = new Set(
    changes.filter((one) => one.field === "ipv4.method" && one.from === "dhcp").map((one) => one.interface),
  );
  return changes
    .filter(
      (one) =>
        !leased.has(one.interface) || one.field === "ipv4.method" || (one.field === "ipv4.dns" && one.from !== null),
    )
    .filter((one) => one.field !== "ipv4.method" || one.from !== null)
    .map((one) => `${one.interface}.${one.field}=${one.from ?? ""}`);
}

function compare(value: string | null, { from, to }: Change): FieldState {
  if (value === to) return "new";
  return value === from ? "old" : "other";
}
