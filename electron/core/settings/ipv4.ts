import { fail, type Result, succeed } from "../failures/result.ts";

/** An IPv4 address as an unsigned 32-bit number: 192.168.1.1 is 0xc0a80101. */
export type Ipv4Address = number;

export type Ipv4Fault = "not-decimal" | "not-four-parts" | "leading-zero" | "part-too-large";

/**
 * Reads a strict dotted quad: four decimal parts of 0 to 255 without leading zeros.
 * Other forms (octal, hexadecimal, three parts) mean different things to different parsers: RFC 6943 3.1.1.
 */
export function parseIpv4(text: string): Result<Ipv4Address, Ipv4Fault> {
  if (!/^[0-9.]+$/.test(text)) {
    return fail("not-decimal");
  }
  const parts = text.split(".");
  if (parts.length !== 4 || parts.includes("")) {
    return fail("not-four-parts");
  }
  let address = 0;
  for (const part of parts) {
    if (part.length > 1 && part.startsWith("0")) {
      return fail("leading-zero");
    }
    if (part.length > 3 || Number(part) > 255) {
      return fail("part-too-large");
    }
    address = address * 256 + Number(part);
  }
  return succeed(address);
}

export function printIpv4(address: Ipv4Address): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}
