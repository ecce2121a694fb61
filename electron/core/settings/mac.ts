import { fail, type Result, succeed } from "../failures/result.ts";

/** A 48-bit hardware address: six octets. */
type MacAddress = readonly number[];

/** Reads `00:1a:2b:3c:4d:5e`, also with hyphens or without separators, in either case. */
export function parseMac(text: string): Result<MacAddress, "not-six-octets"> {
  const match = /^([0-9a-f]{2})([:-]?)([0-9a-f]{2})\2([0-9a-f]{2})\2([0-9a-f]{2})\2([0-9a-f]{2})\2([0-9a-f]{2})$/i.exec(
    text,
  );
  if (match === null) {
    return fail("not-six-octets");
  }
  return succeed([1, 3, 4, 5, 6, 7].map((group) => Number.parseInt(match[group] ?? "", 16)));
}

/** Whether it can name one device: not a group address (the lowest bit of the first octet, IEEE 802 8.2), not all zeros. */
export function isUnicastMac(mac: MacAddress): boolean {
  return ((mac[0] ?? 0) & 1) === 0 && mac.some((octet) => octet !== 0);
}
