// Numbers that look like cards', made when a test runs: none stands in a source file.
import { passesLuhn } from "../../../electron/core/logs/luhn.ts";

/** `length` digits that begin with `start`, the others drawn, the last one the check digit. */
export function makeCardNumber(start: string, length: number, draws: readonly number[]): string {
  let digits = start;
  while (digits.length < length - 1) digits += String(Math.floor((draws[digits.length] ?? 0) * 10));
  const check = Array.from("0123456789").find((digit) => passesLuhn(digits + digit)) ?? "0";
  return digits + check;
}

/** The same number, not a card's: the check digit is wrong. */
export function spoilCheckDigit(number: string): string {
  return number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);
}

export function maskExpected(number: string): string {
  return number.slice(0, 6) + "*".repeat(number.length - 10) + number.slice(-4);
}

/** How a number may be laid out in a log; what is between the digits stays. */
export function layOut(digits: string, groups: readonly number[], separator: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const size of groups) {
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  if (at < digits.length) parts.push(digits.slice(at));
  return parts.join(separator);
}
