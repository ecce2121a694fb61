import { fail, type Result, succeed } from "../failures/result.ts";

/** An IPv4 address as an unsigned 32-bit number: 192.168.1.1 is 0xc0a80101. */
export type Ipv4Address = number;

export type Ipv4Fault = "not-decimal" | "not-four-parts" | "leading-zero" | "part-too-large";

/**
 * Reads a strict dotted quad: four decimal parts of 0 to 255 without leading zeros.
 * Other forms (octal, hexadecimal, three parts) mean different things to different parsers: RFC 6943 3.1.1.
 */
export function parseIpv4(text: string): Result<Ipv4Address, Ipv4Fault> {
  const address = scanIpv4(text);
  return address === null ? fail(explainFault(text)) : succeed(address);
}

/** The same without a reason: null for what is no dotted quad. Rules read the same texts again and again, so it is quick. */
export function scanIpv4(text: string): Ipv4Address | null {
  if (text.length < 7 || text.length > 15) {
    return null;
  }
  let address = 0;
  let part = -1;
  let parts = 0;
  for (let place = 0; place < text.length; place++) {
    const digit = text.charCodeAt(place) - 48;
    if (digit === -2 && part >= 0) {
      address = address * 256 + part;
      part = -1;
      parts++;
    } else if (digit >= 0 && digit <= 9 && part !== 0) {
      part = part < 0 ? digit : part * 10 + digit;
      if (part > 255) return null;
    } else {
      return null;
    }
  }
  return parts === 3 && part >= 0 ? address * 256 + part : null;
}

/** Longer than anything that somebody took for an address: its parts need not be counted. */
const longest = 64;

function explainFault(text: string): Ipv4Fault {
  if (text.length > longest || !/^[0-9.]+$/.test(text)) {
    return "not-decimal";
  }
  const parts = text.split(".");
  if (parts.length !== 4 || parts.includes("")) {
    return "not-four-parts";
  }
  return parts.some((part) => part.length > 1 && part.startsWith("0")) ? "leading-zero" : "part-too-large";
}

export function printIpv4(address: Ipv4Address): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}
