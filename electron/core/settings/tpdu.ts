import { fail, type Result, succeed } from "../failures/result.ts";

export type TpduFault = "digits" | "length" | "beginning";

/**
 * Reads the transport header of ISO 8583 over TCP: ten decimal or hexadecimal digits, `60`, destination (NII), origin.
 * Terminals show it with spaces or without.
 */
export function parseTpdu(text: string): Result<string, TpduFault> {
  const digits = text.replaceAll(" ", "");
  if (!/^[0-9a-f]*$/i.test(digits)) {
    return fail("digits");
  }
  if (digits.length !== 10) {
    return fail("length");
  }
  return digits.startsWith("60") ? succeed(digits.toUpperCase()) : fail("beginning");
}
