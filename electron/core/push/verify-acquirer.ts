// What a terminal pays through, as it was read back. It is told from where it is kept, so what is read lasts.
import type { Reading } from "../dialects/dialect.ts";
import { describeAcquirer, isSameAcquirerValue, printAcquirerField } from "../settings/acquirer-value.ts";
import { isAcquirerField } from "../settings/acquirer-field.ts";
import type { Change } from "../settings/change.ts";

/** False also for what is no such field. */
export function isAcquirerStored({ field, to }: Change, after: Reading): boolean {
  return isAcquirerField(field) && isSameAcquirerValue(field, printAcquirerField(after, field), to);
}

/** The first of these fields that nobody wanted changed. */
export function findDisturbedAcquirer(
  changes: readonly Change[],
  { before, after }: { readonly before: Reading; readonly after: Reading },
): string | null {
  const touched = new Set(changes.map(({ field }) => field));
  if (![...touched].some(isAcquirerField)) return null;
  const disturbed = (before.settable ?? []).filter(isAcquirerField).find((field) => {
    return !touched.has(field) && printAcquirerField(before, field) !== printAcquirerField(after, field);
  });
  return disturbed ?? null;
}

/** Whether all of it is as it was, not only what was to change. */
export function isAcquirerAsBefore(before: Reading, after: Reading): boolean {
  return JSON.stringify(describeAcquirer(before)) === JSON.stringify(describeAcquirer(after));
}
