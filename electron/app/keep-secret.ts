// What a person typed for a secret field stays in the session's memory; plans, records and answers hold a stand-in.
import { randomBytes } from "node:crypto";
import { type Failure, makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { checkSecret } from "../core/settings/apply-cellular.ts";
import { isSecretField, isStandIn } from "../core/settings/cellular-assignment.ts";
import { refuseModemValue } from "../core/settings/unusable-modem-value.ts";
import type { OpenSession } from "./sessions.ts";

/** More than anybody types for one terminal; the oldest goes. */
const mostSecrets = 16;

/** `cellular.password=...` as `cellular.password=typed-1a2b3c4d`; anything else as it is. */
export function keepSecret({ secrets }: OpenSession, assignment: string): Result<string, Failure> {
  const equals = assignment.indexOf("=");
  const path = assignment.slice(0, Math.max(0, equals));
  const field = path.slice(path.lastIndexOf(".") + 1);
  if (equals < 0 || !path.includes(".") || !isSecretField(field)) return succeed(assignment);
  const typed = assignment.slice(equals + 1);
  if (isStandIn(typed)) {
    return secrets.has(typed) ? succeed(assignment) : fail(makeFailure("plan-unknown"));
  }
  const wrong = checkSecret(field, typed);
  // Its own words must not be quoted back.
  if (wrong !== null) return fail(refuseModemValue(path, "***", wrong));
  const name = `typed-${randomBytes(4).toString("hex")}`;
  secrets.set(name, typed);
  const [oldest] = secrets.keys();
  if (secrets.size > mostSecrets && oldest !== undefined) secrets.delete(oldest);
  return succeed(`${path}=${name}`);
}
