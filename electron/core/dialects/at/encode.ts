// The only way a value gets into a command: quoted, and refused when it holds what the modem could take for the end of the
// string or of the line. A modem has no escape for a quote (3GPP TS 27.007 3; ITU-T V.250 5.4.2.2).
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";

/** Printable ASCII without the quote: what every character set of a modem has in the same place. */
export function encodeString(field: string, value: string): Result<string> {
  const found = /[^\x20-\x7e]|"/u.exec(value)?.[0];
  if (found === undefined && value.length <= 127) return succeed(`"${value}"`);
  const character = found === undefined ? String(value.length) : nameCharacter(found);
  return fail(makeFailure("value-refused", { field, character }));
}

/** A context's number: 3GPP TS 27.007 10.1.1. */
export function encodeContext(cid: number): Result<string> {
  if (Number.isInteger(cid) && cid >= 0 && cid <= 24) return succeed(String(cid));
  return fail(makeFailure("value-refused", { field: "cid", character: String(cid) }));
}

function nameCharacter(character: string): string {
  if (character === '"') return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
