// Chip data (BER-TLV, EMV book 3 annex B): tag, length, value. Only values of tags known to be harmless stay.
import { hideAll, type Secret } from "./secret.ts";

/** Amounts, currencies, dates, counters, results, cryptograms: no card, no person, no key. */
const harmless = new Set(
  "4f 50 82 84 94 95 9a 9b 9c 5f2a 5f34 5f36 9f02 9f03 9f06 9f07 9f08 9f09 9f0d 9f0e 9f0f 9f10 9f15 9f16 9f1a 9f1b 9f1c 9f1d 9f1e 9f21 9f26 9f27 9f33 9f34 9f35 9f36 9f37 9f39 9f40 9f41 9f53 9f63 9f74".split(
    " ",
  ),
);
const containers = new Set(["70", "77", "6f", "a5", "61", "73", "e0", "ff01"]);

/** Null unless the whole run is tags with their values, and two of them or a card's are well known: digits may look like one. */
export function findInTags(hex: string): readonly Secret[] | null {
  const secrets: Secret[] = [];
  let known = 0;
  let hasCard = false;
  for (let at = 0; at < hex.length; ) {
    const tag = readTag(hex, at);
    const size = tag === null ? null : readLength(hex, at + tag.length);
    if (tag === null || size === null) return null;
    const from = at + tag.length + size.digits;
    if (containers.has(tag)) {
      at = from;
      continue;
    }
    const to = from + size.octets * 2;
    if (to > hex.length) return null;
    if (harmless.has(tag)) known++;
    else secrets.push(hideAll(tag === "5a" ? "card-number" : tag === "57" ? "track" : "card-data", from, to));
    hasCard ||= tag === "5a" || tag === "57";
    at = to;
  }
  return known > 1 || hasCard ? secrets : null;
}

/** One octet; two or more where the first ends in five ones (ISO/IEC 8825-1). */
function readTag(hex: string, at: number): string | null {
  const first = Number.parseInt(hex.slice(at, at + 2), 16);
  if (Number.isNaN(first) || first === 0) return null;
  if ((first & 0x1f) !== 0x1f) return hex.slice(at, at + 2);
  return at + 4 <= hex.length ? hex.slice(at, at + 4) : null;
}

function readLength(hex: string, at: number): { readonly octets: number; readonly digits: number } | null {
  const first = Number.parseInt(hex.slice(at, at + 2), 16);
  if (Number.isNaN(first) || first === 0x80 || first > 0x82) return null;
  if (first < 0x80) return { octets: first, digits: 2 };
  const more = (first - 0x80) * 2;
  const octets = Number.parseInt(hex.slice(at + 2, at + 2 + more), 16);
  return Number.isNaN(octets) ? null : { octets, digits: 2 + more };
}
