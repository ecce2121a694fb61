// What is secret in a run of hex digits. A message is taken apart by its bitmap, chip data by its tags, characters are
// read; a run that is none of these and long enough to hold a card's data goes as a whole (fail closed).
import { findMessage, type MessageField } from "../iso8583/decode.ts";
import { sensitiveFields } from "../iso8583/fields.ts";
import { findCardNumbers } from "../redact-card-numbers.ts";
import { findTracks } from "./find-tracks.ts";
import { hideAll, hideMiddle, type RedactionKind, type Secret } from "./secret.ts";
import { findInTags } from "./tags.ts";

/** 16 octets: a key of double length, a message's smallest part. Shorter runs are addresses, counters, check values. */
const longestHarmless = 32;
/** Card number tag 5A with its length, and what a short run may hold besides. */
const numberTag = /5a(0[6-9a])([\d*]{12,19}f?)/g;

export interface HexVerdict {
  readonly secrets: readonly Secret[];
  /** Null where its digits may still be part of what stands around them. */
  readonly as: "message" | "tags" | "characters" | "unknown" | null;
}

/** Places are those of the digits. `readText` finds secrets in characters. */
export function inspectHex(hex: string, readText: (text: string) => readonly Secret[]): HexVerdict {
  const message = findMessage(hex);
  if (message !== null) return { secrets: hideFields(message.fields), as: "message" };
  const tagged = findInTags(hex);
  if (tagged !== null) return { secrets: tagged, as: "tags" };
  const text = readCharacters(hex);
  if (text !== null) {
    const secrets = readText(text).map(({ kind, hide }) => ({ kind, hide: hide.map(doubled) }));
    return { secrets, as: "characters" };
  }
  // Decimal digits only: a counter, a column of numbers, a card number at most.
  const length = hex.replaceAll("*", "").length;
  if (length >= (/[a-f]/.test(hex) ? longestHarmless : 4 * longestHarmless)) {
    return { secrets: [hideAll("hex", 0, hex.length)], as: "unknown" };
  }
  return { secrets: [...findTracks(hex), ...findNumberTags(hex), ...numbersIn(hex)], as: null };
}

/** All of a message's fields that must not stay. */
export function hideFields(fields: readonly MessageField[]): readonly Secret[] {
  return fields
    .filter(({ number }) => sensitiveFields.has(number))
    .map(({ number, from, to }) => hideAll(kindOfField(number), from, to));
}

function kindOfField(number: number): RedactionKind {
  if (number === 2 || number === 34) return "card-number";
  if (number === 52) return "pin";
  if (number === 62) return "key";
  return number === 14 || number === 55 ? "card-data" : "track";
}

function doubled({ from, to }: { readonly from: number; readonly to: number }): { from: number; to: number } {
  return { from: from * 2, to: to * 2 };
}

function numbersIn(hex: string): readonly Secret[] {
  return findCardNumbers(hex).map((range) => hideMiddle(hex, range));
}

function findNumberTags(hex: string): readonly Secret[] {
  return Array.from(hex.matchAll(numberTag)).flatMap(([whole, length = "", digits = ""], index, all) => {
    const size = Number.parseInt(length, 16) * 2;
    if (digits.length < size) return [];
    const from = hex.indexOf(whole, all[index]?.index ?? 0) + 4;
    return [hideMiddle(hex, { from, to: from + size })];
  });
}

/** ASCII with line ends and the marks of message frames; at least thirteen digits of a card number fit in 26. */
function readCharacters(hex: string): string | null {
  if (hex.length < 26 || hex.length % 2 === 1) return null;
  let text = "";
  for (let at = 0; at < hex.length; at += 2) {
    const pair = hex.slice(at, at + 2);
    const octet = pair === "**" ? 0x2a : Number.parseInt(pair, 16);
    const isMark = (octet >= 0x02 && octet <= 0x04) || octet === 9 || octet === 10 || octet === 13 || octet === 0x1c;
    if (!(octet >= 0x20 && octet <= 0x7e) && !isMark) return null;
    text += isMark ? " " : String.fromCharCode(octet);
  }
  return text;
}
