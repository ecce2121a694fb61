// The only way a value gets into a described command: by its kind. An address is four numbers, a mask is one that
// exists, a method is one of two words that the description names; nothing else can stand in a command.
//
//   192.168.1.5  <-- dotted -->  Ipv4Address  <-- padded -->  192.168.001.005
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import { parseIpv4, printIpv4 } from "../../settings/ipv4.ts";
import { maskOf, parsePrefixLength } from "../../settings/prefix-length.ts";

type AddressForm = "dotted" | "padded";

/** The four parts as an application's model has them; what is no address is quoted as it is, for the rules to judge. */
export function readAddress(text: string, form: AddressForm): string {
  return form === "padded" ? text.replace(/\b0+(?=\d)/g, "") : text;
}

/** Null when it is no mask. */
export function readMask(text: string, form: AddressForm | "prefix"): number | null {
  const mask = parsePrefixLength(readAddress(text, form === "prefix" ? "dotted" : form));
  return mask.ok ? mask.value : null;
}

/** Failures: `value-refused`. */
export function encodeAddress(field: string, value: string, form: AddressForm): Result<string> {
  const address = parseIpv4(value);
  if (!address.ok) return fail(makeFailure("value-refused", { field, character: JSON.stringify(value.slice(0, 40)) }));
  const dotted = printIpv4(address.value);
  return succeed(form === "dotted" ? dotted : dotted.replace(/\d+/g, (part) => part.padStart(3, "0")));
}

/** `prefix`: "0" to "32". Failures: `value-refused`. */
export function encodeMask(field: string, prefix: string, form: AddressForm | "prefix"): Result<string> {
  const bits = /^\d{1,2}$/.test(prefix) ? Number(prefix) : Number.NaN;
  if (!(bits >= 0 && bits <= 32))
    return fail(makeFailure("value-refused", { field, character: JSON.stringify(prefix.slice(0, 40)) }));
  return form === "prefix" ? succeed(String(bits)) : encodeAddress(field, printIpv4(maskOf(bits)), form);
}
