// Hex that everyone may read: hardware and IPv6 addresses, and digests that are called so.
import type { HexRun } from "./hex-runs.ts";

const digestName =
  /(?:md5|sha-?\d*|digest|hash|checksum|fingerprint|commit|uuid|guid|etag|crc\d*|[a-z]+[ _]?id|摘要|校验和?|指纹)["']?[ ]?[:=(]?[ "']{0,2}$/i;

export function isHarmless(text: string, { digits, from, group, separator }: HexRun): boolean {
  if (separator === ":" || separator === "-") {
    const isHardware = digits.length === 12 || (digits.length === 16 && /[a-f]/.test(digits));
    if (group === 2 && isHardware) return true;
    if (group === 4 && separator === ":" && digits.length === 32) return true;
  }
  const sizes = [32, 40, 56, 64, 96, 128];
  return sizes.includes(digits.length) && digestName.test(text.slice(Math.max(0, from - 40), from));
}
