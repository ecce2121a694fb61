// An assignment as a person types it on a command line or into a form, read forgivingly and then strictly.
import { makeFailure } from "../failures/failure.ts";
import { fail, type Result, succeed } from "../failures/result.ts";
import { type Assignment, parseAssignment } from "./assignment.ts";
import { printIpv4 } from "./ipv4.ts";
import { type InputNote, type InputRefusal, readTypedAddress, readTypedAddresses, type Typed } from "./typed-value.ts";

/**
 * Reads `eth0.ipv4.address=１９２。１６８。１。９/24` as `eth0.ipv4.address=192.168.1.9/24` with notes of what was changed.
 * Failures: those of `parseAssignment`, with the reason of a refusal in both languages.
 */
export function readTypedAssignment(text: string, knownInterfaces?: readonly string[]): Result<Typed<Assignment>> {
  const equals = text.indexOf("=");
  const path = text.slice(0, Math.max(equals, 0));
  const typed = text.slice(equals + 1);
  const tidied = equals < 0 || typed.trim() === "" ? null : tidyValue(path, typed);
  if (tidied !== null && !tidied.ok) {
    return fail(explainRefusal(path, typed.trim(), tidied.failure));
  }
  const parsed = parseAssignment(tidied === null ? text : `${path}=${tidied.value.value}`, knownInterfaces);
  return parsed.ok ? succeed({ value: parsed.value, notes: tidied?.value.notes ?? [] }) : parsed;
}

/** Null for what is not an address, and for what holds a control character, which the strict reader names. */
function tidyValue(path: string, typed: string): Result<Typed<string>, InputRefusal> | null {
  if (/[\p{Cc}\u2028\u2029]/u.test(typed)) {
    return null;
  }
  if (path.endsWith(".ipv4.dns")) {
    const read = readTypedAddresses(typed);
    return read.ok ? succeed({ ...read.value, value: read.value.value.map(printIpv4).join(",") }) : read;
  }
  if (!path.endsWith(".ipv4.address") && !path.endsWith(".ipv4.gateway")) {
    return null;
  }
  const read = readTypedAddress(typed);
  if (!read.ok) return read;
  const { address, prefixLength } = read.value.value;
  const notes: readonly InputNote[] = path.endsWith(".ipv4.address")
    ? read.value.notes.filter(({ kind }) => kind !== "prefix-split")
    : read.value.notes;
  return succeed({
    value: prefixLength === null ? printIpv4(address) : `${printIpv4(address)}/${prefixLength}`,
    notes,
  });
}

function explainRefusal(field: string, value: string, { message }: InputRefusal) {
  const details = { field, value };
  const en = makeFailure("unusable-value", { ...details, reason: message.en });
  const zh = makeFailure("unusable-value", { ...details, reason: message["zh-CN"] });
  return { ...en, message: { en: en.message.en, "zh-CN": zh.message["zh-CN"] } };
}
