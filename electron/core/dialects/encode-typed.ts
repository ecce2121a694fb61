// What a person hands over to be typed as it is, such as a name at a login: control characters are refused.
import { textToBinary } from "../bytes/binary-text.ts";
import { makeFailure } from "../failures/failure.ts";
import { fail, type Result, succeed } from "../failures/result.ts";

/** One character per byte. Failures: `value-refused`, without the value. */
export function encodeTyped(field: string, value: string): Result<string> {
  const found = /[\p{Cc}\u2028\u2029]/u.exec(value)?.[0];
  if (found === undefined) return succeed(textToBinary(value));
  const character = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return fail(makeFailure("value-refused", { field, character }));
}
