// Digits of hex, or characters -> a message's type and fields, with the place of each.
//
//   6000030000 602200000000 0210 703E02810AD08011 19622588... 000000 000000012800 ...
//   `- TPDU    `- header    `- type  `- bitmap    `- field 2   `- 3   `- 4
//
// Strict: every field fits its layout and nothing but a check value follows. A mask (`*`) stands for whatever it hides.
import { type FieldLayout, fieldLayouts, sensitiveFields } from "./fields.ts";

/** `packed`: hex digits, two decimal digits an octet; `counted`: packed, but every length counts octets; `text`: characters. */
export type Coding = "packed" | "counted" | "text";

export interface MessageField {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Message {
  /** Five octets of hex, or null where none stands before the message type. */
  readonly tpdu: string | null;
  readonly type: string;
  readonly fields: readonly MessageField[];
  /** The response code, field 39. */
  readonly responseCode: string | null;
  readonly end: number;
}

/** Version 1987, as terminals speak it; its last digit says who sent it, which is an acquirer. */
const messageType = /^0[1-68][0-4]0$/;
/** A start mark and a length (8 digits at most), TPDU and header end before this many digits. */
const furthestType = 30;
/** Check values and end marks behind the last field. */
const longestTail = 8;

/**
 * The message in a whole run of hex digits, or null. Digits look like a type by chance: one stands behind a TPDU, behind
 * the message's own length, or first of all; and every message of a terminal has a trace number, field 11.
 */
export function findMessage(hex: string): Message | null {
  for (let at = 0; at <= Math.min(furthestType, hex.length - 20); at++) {
    if (!messageType.test(hex.slice(at, at + 4)) || !isStart(hex, at)) continue;
    const found = decodeMessage(hex, at, "packed") ?? decodeMessage(hex, at, "counted");
    const hasTrace = found?.fields.some(({ number }) => number === 11) === true;
    if (found !== null && hasTrace && hex.length - found.end <= longestTail) return found;
  }
  return null;
}

function isStart(hex: string, at: number): boolean {
  if (at === 0 || findTpdu(hex, at) !== null) return true;
  const said = hex.slice(0, 4);
  return at === 4 && [Number.parseInt(said, 16), Number(said)].includes((hex.length - 4) / 2);
}

/** The message whose type stands at `at`; null when a field does not fit. */
export function decodeMessage(text: string, at: number, coding: Coding): Message | null {
  const numbers = readBitmap(text, at + 4);
  if (numbers === null || !messageType.test(text.slice(at, at + 4))) return null;
  let place = at + 4 + (numbers.includes(1) ? 32 : 16);
  const fields: MessageField[] = [];
  for (const number of numbers.filter((each) => each !== 1)) {
    const layout = fieldLayouts.get(number);
    const field = layout === undefined ? null : readField(text, place, { number, layout, coding });
    if (field === null) return null;
    fields.push(field);
    place = field.to;
  }
  const code = fields.find(({ number }) => number === 39)?.text ?? null;
  return { tpdu: findTpdu(text, at), type: text.slice(at, at + 4), fields, responseCode: code, end: place };
}

/** What stands right before the message type or before a header of six octets. */
function findTpdu(text: string, at: number): string | null {
  for (const start of [at - 22, at - 10]) {
    const tpdu = start < 0 ? "" : text.slice(start, start + 10);
    if (/^60\d{8}$/.test(tpdu)) return tpdu;
  }
  return null;
}

/** Numbers of the fields that are there, in order; a message without any is none. */
function readBitmap(text: string, at: number): readonly number[] | null {
  const first = text.slice(at, at + 16);
  const both = /^[89a-f]/i.test(first) ? text.slice(at, at + 32) : first;
  if (!/^(?:[\da-f]{16}){1,2}$/i.test(both)) return null;
  const numbers: number[] = [];
  for (let bit = 0; bit < both.length * 4; bit++) {
    const digit = Number.parseInt(both.charAt(bit >> 2), 16);
    if ((digit & (8 >> (bit & 3))) !== 0) numbers.push(bit + 1);
  }
  return numbers.length > 1 ? numbers : null;
}

interface Place {
  readonly number: number;
  readonly layout: FieldLayout;
  readonly coding: Coding;
}

function readField(text: string, at: number, { number, layout, coding }: Place): MessageField | null {
  const size = measureField(text, at, { number, layout, coding });
  if (size === null || size.to > text.length) return null;
  const raw = text.slice(size.from, size.to);
  const readable = readValue(raw, { number, layout, coding });
  return readable === null ? null : { number, ...size, text: readable };
}

function measureField(
  text: string,
  at: number,
  { layout, coding }: Place,
): { readonly from: number; readonly to: number } | null {
  const prefix = coding === "text" ? layout.prefix : layout.prefix + (layout.prefix % 2);
  const said = layout.prefix === 0 ? String(layout.length) : text.slice(at, at + prefix);
  const count = /^\d+$/.test(said) ? Number(said) : -1;
  const most = coding === "counted" && layout.form !== "b" ? layout.length * 2 : layout.length;
  if (count <= 0 || count > most) return null;
  const from = at + prefix;
  return { from, to: from + countUnits(count, layout, coding) };
}

/** Hex digits or characters that `count` digits, characters or octets take. */
function countUnits(count: number, { form, prefix }: FieldLayout, coding: Coding): number {
  if (coding === "text") return form === "b" && prefix === 0 ? count * 2 : count;
  const inDigits = (form === "n" || form === "z") && !(coding === "counted" && prefix === 3);
  return inDigits ? count + (count % 2) : count * 2;
}

/** Null when these are not such a field's digits or characters; a masked field is whatever it is. */
function readValue(raw: string, { number, layout: { form }, coding }: Place): string | null {
  if (sensitiveFields.has(number) && raw.includes("*")) return raw;
  if (form === "b") return raw;
  if (form === "n" && coding !== "counted") return /^\d*[f]?$/i.test(raw) ? raw : null;
  if (form === "z") return /^[\d=d]*[f]?$/i.test(raw) ? raw : null;
  if (coding === "text" || form === "n") return raw;
  return readCharacters(raw);
}

/** Octets of ASCII or of a Chinese encoding, never control characters but blanks. */
function readCharacters(hex: string): string | null {
  let text = "";
  for (let at = 0; at < hex.length; at += 2) {
    const octet = Number.parseInt(hex.slice(at, at + 2), 16);
    if (!(octet >= 0x20) || octet === 0x7f) return null;
    text += octet < 0x80 ? String.fromCharCode(octet) : "\ufffd";
  }
  return text;
}
