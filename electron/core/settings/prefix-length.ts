import { fail, type Result, succeed } from "../failures/result.ts";
import { type Ipv4Address, parseIpv4 } from "./ipv4.ts";

export type PrefixFault = "unreadable" | "out-of-range" | "not-contiguous" | "wildcard";

/** The mask of a prefix length of 0 to 32 bits. */
export function maskOf(prefixLength: number): Ipv4Address {
  return prefixLength === 0 ? 0 : (0xffffffff << (32 - prefixLength)) >>> 0;
}

/**
 * Reads `24` or `255.255.255.0` as a prefix length of 0 to 32 bits.
 * A mask's ones must come first (RFC 4632 5.1); `wildcard` is a mask typed inside out, as in `0.0.0.255`.
 */
export function parsePrefixLength(text: string): Result<number, PrefixFault> {
  if (text.length < 3) {
    const bits = Number(text);
    return String(bits) === text && bits >= 0 && bits <= 32 ? succeed(bits) : fail(explainShort(text));
  }
  if (/^\d{1,9}$/.test(text)) {
    const bits = Number(text);
    return bits <= 32 && String(bits) === text ? succeed(bits) : fail("out-of-range");
  }
  const mask = parseIpv4(text);
  if (!mask.ok) {
    return fail("unreadable");
  }
  const ones = countLeadingOnes(mask.value);
  if (maskOf(ones) === mask.value) {
    return succeed(ones);
  }
  return fail(unfoldWildcard(mask.value) === null ? "not-contiguous" : "wildcard");
}

function explainShort(text: string): PrefixFault {
  return /^\d+$/.test(text) ? "out-of-range" : "unreadable";
}

/** The prefix length that a wildcard mask stands for (0.0.0.255 is 24 bits), or null when it is none. */
export function unfoldWildcard(mask: Ipv4Address): number | null {
  const inverted = ~mask >>> 0;
  const ones = countLeadingOnes(inverted);
  return mask !== 0 && maskOf(ones) === inverted ? ones : null;
}

function countLeadingOnes(mask: Ipv4Address): number {
  return Math.clz32(~mask);
}
