// After a write that was cut off: what the terminal turned out to have, held against what was to be written.
import type { Report } from "../../../electron/contract/commands.ts";
import { isSameAcquirerValue, printAcquirerField } from "../../../electron/core/settings/acquirer-value.ts";
import { type AcquirerField, isAcquirerField } from "../../../electron/core/settings/acquirer-field.ts";
import { clockField, clockTolerance } from "../../../electron/core/settings/clock-field.ts";
import type { Change } from "../../../electron/core/settings/change.ts";
import { keepsSettings } from "../../../electron/core/settings/keeps-settings.ts";
import { printField } from "./print-field.ts";
import type { FieldState, SettledField } from "../session/session-state.ts";

export function settleChanges(changes: readonly Change[], report: Report): readonly SettledField[] {
  return changes.map((change) => {
    if (change.field === clockField) return settleClock(change, report);
    if (isAcquirerField(change.field)) return settleAcquirer(change, change.field, report);
    const found = report.interfaces.find((one) => one.name === change.interface);
    const kept = printField(found?.ipv4 ?? null, change.field);
    // A method is how an address comes to be, so it is judged where it is kept.
    const runs = change.field === "ipv4.method" ? kept : printField(found?.running?.ipv4 ?? null, change.field);
    const state = compare(runs, change);
    const isManaged = found !== undefined && keepsSettings(found.manager);
    const isLasting = isManaged && compare(kept, change) === state;
    return {
      change,
      state,
      persisted: found === undefined ? null : isLasting,
      isUnlasting: isManaged && state === "new" && !isLasting,
    };
  });
}

function settleClock(change: Change, { clock }: Report): SettledField {
  const isSet = clock !== null && Math.abs(clock.aheadSeconds) <= clockTolerance;
  return { change, state: isSet ? "new" : "other", persisted: null, isUnlasting: false };
}

/** What is told is what is kept. */
function settleAcquirer(change: Change, field: AcquirerField, report: Report): SettledField {
  const value = printAcquirerField(report, field);
  const state = isSameAcquirerValue(field, value, change.to) ? "new" : compare(value, change);
  return { change, state, persisted: true, isUnlasting: false };
}

function compare(value: string | null, { from, to }: Change): FieldState {
  if (value === to) return "new";
  return value === from ? "old" : "other";
}
