// A plan holds a stand-in where a person typed a secret; the secret itself goes from the app's memory to the terminal.
import { makeFailure } from "../failures/failure.ts";
import { fail, type Result, succeed } from "../failures/result.ts";
import { isSecretField, isStandIn } from "../settings/cellular-assignment.ts";
import type { Change } from "../settings/change.ts";

/** `plan-unknown` when a secret is not there any more: it has been sent once, or was typed long ago. */
export function revealSecrets(
  changes: readonly Change[],
  secrets: ReadonlyMap<string, string>,
): Result<readonly Change[]> {
  const revealed: Change[] = [];
  for (const change of changes) {
    const { field, to } = change;
    const isHidden = isSecretField(field) && to !== null && isStandIn(to);
    const secret = isHidden ? secrets.get(to) : to;
    if (secret === undefined) return fail(makeFailure("plan-unknown"));
    revealed.push({ ...change, to: secret });
  }
  return succeed(revealed);
}
