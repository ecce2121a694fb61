import type { Reading } from "../dialects/dialect.ts";
import { type Failure, makeFailure } from "../failures/failure.ts";
import type { Change } from "../settings/change.ts";
import { describeDifference, isStored, isStoredBefore } from "./verify-fields.ts";

/** What to do with a terminal that has neither the old nor the new settings through and through. */
export function explainMixture(changes: readonly Change[], before: Reading, after: Reading): Failure {
  const differs = describeDifference(changes, after);
  if (isStored(changes, after)) return makeFailure("restart-for-new", { differs });
  if (isStoredBefore(changes, { before, after })) return makeFailure("restart-for-old", { differs });
  return makeFailure("settings-mixed", { differs });
}
