import { fail, type Result, succeed } from "../failures/result.ts";

/** A 48-bit hardware address: six octets. */
type MacAddress = readonly number[];

/** Reads `00:1a:2b:3c:4d:5e`, also with hyphens or without separators, in either case. */
export function parseMac(text: string): Result<MacAddress, "not-six-octets"> {
  const step = text.length === 17 ? 3 : text.length === 12 ? 2 : 0;
  const separator = text.charCodeAt(2);
  if (step === 0 || (step === 3 && separator !== colon && separator !== hyphen)) {
    return fail("not-six-octets");
  }
  const octets: number[] = [];
  for (let place = 0; place < text.length; place += step) {
    const octet = readDigit(text.charCodeAt(place)) * 16 + readDigit(text.charCodeAt(place + 1));
    const isSeparated = step === 2 || place === 15 || text.charCodeAt(place + 2) === separator;
    if (Number.isNaN(octet) || !isSeparated) {
      return fail("not-six-octets");
    }
    octets.push(octet);
  }
  return succeed(octets);
}

const colon = 0x3a;
const hyphen = 0x2d;

function readDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : Number.NaN;
}

/** Whether it can name one device: not a group address (the lowest bit of the first octet, IEEE 802 8.2), not all zeros. */
export function isUnicastMac(mac: MacAddress): boolean {
  return ((mac[0] ?? 0) & 1) === 0 && mac.some((octet) => octet !== 0);
}

/** `00:1a:2b:3c:4d:5e`. */
export function printMac(mac: MacAddress): string {
  return mac.map((octet) => octet.toString(16).padStart(2, "0")).join(":");
}
