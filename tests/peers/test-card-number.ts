import { passesLuhn } from "../../electron/core/logs/luhn.ts";

/** A number that no card has, for tests: made here, with a valid check digit, so that none is ever written down. */
export function makeTestCardNumber(prefix: string, length: number, serial: number): string {
  const body = `${prefix}${String(serial).padStart(length - prefix.length - 1, "0")}`;
  const digit = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].find((each) => passesLuhn(`${body}${each}`)) ?? "0";
  return `${body}${digit}`;
}
