// What people type into a field -> a value, and a note of everything that was read differently from how it was written:
//
//   １９２。１６８。１。２３/24  --tidy-->  192.168.1.23/24  --read-->  192.168.1.23, 24   + notes
//
// What can be meant in one way only is forgiven; what could be meant in two ways is refused with the reason.
import type { Localized } from "../failures/localized.ts";
import { fail, type Result, succeed } from "../failures/result.ts";
import { type Ipv4Address, parseIpv4, printIpv4 } from "./ipv4.ts";
import { maskOf, parsePrefixLength, unfoldWildcard } from "./prefix-length.ts";
import { noteTexts, refusalTexts } from "./typed-texts.ts";

export interface InputNote {
  readonly kind: keyof typeof noteTexts;
  readonly from: string;
  readonly to: string;
  /** Probably what was meant, but a person has to look at it before it is used. */
  readonly mustConfirm: boolean;
  readonly message: Localized;
}

export interface InputRefusal {
  readonly reason: keyof typeof refusalTexts;
  readonly message: Localized;
}

export interface Typed<Value> {
  readonly value: Value;
  readonly notes: readonly InputNote[];
}

export interface TypedAddress {
  readonly address: Ipv4Address;
  /** Null when only the address was typed. */
  readonly prefixLength: number | null;
}

type Read<Value> = Result<Typed<Value>, InputRefusal>;

/** A person's typing, and then some. */
const longest = 256;

/** Reads an IPv4 address, with its prefix length or mask behind a slash or a space if a person wrote both into one field. */
export function readTypedAddress(text: string): Read<TypedAddress> {
  const tidied = tidy(text);
  if (!tidied.ok) return tidied;
  const { value, notes } = tidied.value;
  const [first = "", second, more] = value.split(/[/ ]+/);
  if (more !== undefined) return refuse("not-a-number");
  const address = readQuad(first);
  if (!address.ok) return address;
  const own = [...notes, ...address.value.notes];
  if (second === undefined) return succeed({ value: { address: address.value.value, prefixLength: null }, notes: own });
  const mask = readMask(second);
  if (!mask.ok) return mask;
  const split = noteInput(
    "prefix-split",
    value,
    `${printIpv4(address.value.value)}, ${printIpv4(maskOf(mask.value.value))}`,
  );
  return succeed({
    value: { address: address.value.value, prefixLength: mask.value.value },
    notes: [...own, ...mask.value.notes.filter(({ mustConfirm }) => mustConfirm), split],
  });
}

/** The same where no mask belongs: a gateway, a name server. */
export function readTypedAddressAlone(text: string): Read<Ipv4Address> {
  const typed = readTypedAddress(text);
  if (!typed.ok) return typed;
  const { address, prefixLength } = typed.value.value;
  return prefixLength === null ? succeed({ value: address, notes: typed.value.notes }) : refuse("not-a-number");
}

/** Reads a mask or a prefix length. `field` says what the field asks for, so that the other one is noted. */
export function readTypedMask(text: string, field: "mask" | "prefix" = "mask"): Read<number> {
  const tidied = tidy(text.replace(/^\s*[/／]/u, ""));
  if (!tidied.ok) return tidied;
  const mask = readMask(tidied.value.value);
  if (!mask.ok) return mask;
  const { value } = mask.value;
  const isDotted = tidied.value.value.includes(".");
  const dotted = printIpv4(maskOf(value));
  const turned =
    field === "mask" && !isDotted
      ? [noteInput("mask-from-prefix", tidied.value.value, dotted)]
      : field === "prefix" && isDotted
        ? [noteInput("prefix-from-mask", tidied.value.value, String(value))]
        : [];
  return succeed({ value, notes: [...tidied.value.notes, ...mask.value.notes, ...turned] });
}

/** Reads addresses with commas, semicolons, spaces or lines between them; none when nothing was typed. */
export function readTypedAddresses(text: string): Read<readonly Ipv4Address[]> {
  const parts = text.split(/[\s,;，；、]+/u).filter((part) => part !== "");
  const addresses: Ipv4Address[] = [];
  const notes: InputNote[] = [];
  for (const part of parts) {
    const typed = readTypedAddressAlone(part);
    if (!typed.ok) return typed;
    addresses.push(typed.value.value);
    notes.push(...typed.value.notes);
  }
  return succeed({ value: addresses, notes });
}

/** Whether more typing can still make an address of it, or a mask: then it is too early to say anything. */
export function mayBecomeAddress(text: string): boolean {
  const tidied = tidy(text);
  if (!tidied.ok) return tidied.failure.reason === "empty";
  const [address = "", mask, more] = tidied.value.value.split(/[/ ]+/);
  if (more !== undefined) return false;
  return mask === undefined ? isBegunQuad(address) : readQuad(address).ok && isBegunQuad(mask);
}

/** The beginning of four parts, plain or all three digits wide. */
function isBegunQuad(text: string): boolean {
  const parts = text.split(".");
  const last = parts.at(-1) ?? "";
  const before = parts.slice(0, -1);
  if (
    parts.length > 4 ||
    before.includes("") ||
    !parts.every((part) => /^\d{0,3}$/.test(part) && Number(part) <= 255)
  ) {
    return false;
  }
  const isWhole = parts.length === 4 && last !== "";
  const isPlain = parts.every((part) => part === "0" || !part.startsWith("0"));
  return isPlain ? !isWhole : before.every((part) => part.length === 3) && !(isWhole && last.length === 3);
}

/** Full-width characters, other dots and spaces become what they stand for. */
function tidy(text: string): Read<string> {
  if (text.length > longest) return refuse("too-long");
  const notes: InputNote[] = [];
  const trimmed = text.replace(/^[\s\u3000\ufeff]+|[\s\u3000\ufeff]+$/gu, "");
  if (trimmed === "") return refuse("empty");
  if (/[\p{Cc}\u2028\u2029]/u.test(trimmed)) return refuse("control-character");
  const narrow = trimmed.replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const spaced = narrow.replaceAll("\u3000", " ");
  if (spaced !== trimmed) notes.push(noteInput("wide-characters", trimmed, spaced));
  const tight = spaced.replace(/ *([./。，、·,]) */gu, "$1").replace(/ {2,}/g, " ");
  if (tight !== spaced) notes.push(noteInput("spaces", spaced, tight));
  const dotted = tight.replace(/[。．｡，、·,]/gu, ".");
  if (dotted !== tight) notes.push(noteInput("separators", tight, dotted));
  return succeed({ value: dotted, notes });
}

function readQuad(text: string): Read<Ipv4Address> {
  if (/^\d{3}(?:\.\d{3}){3}$/.test(text) && /(?:^|\.)0\d/.test(text)) {
    // How terminals' own menus show an address: decimal, although parts begin with zero.
    const plain = text.split(".").map(Number).join(".");
    const parsed = parseIpv4(plain);
    return parsed.ok
      ? succeed({ value: parsed.value, notes: [noteInput("three-digit-parts", text, plain, true)] })
      : refuse("part-too-large");
  }
  const parsed = parseIpv4(text);
  return parsed.ok ? succeed({ value: parsed.value, notes: [] }) : refuse(explain(text));
}

function explain(text: string): InputRefusal["reason"] {
  if (/^[0-9a-f:]*:[0-9a-f:.%\w]*$/i.test(text)) return "ipv6-here";
  if (/0x|^[0-9a-f]{8}$/i.test(text) && !/^\d+$/.test(text)) return "hexadecimal";
  if (!/^[0-9.]+$/.test(text)) return "not-a-number";
  const parts = text.split(".");
  if (parts.length < 4 || parts.includes(""))
    return parts.length > 4 && !parts.includes("") ? "too-many-parts" : "too-few-parts";
  if (parts.length > 4) return "too-many-parts";
  return parts.some((part) => part.length > 1 && part.startsWith("0")) ? "leading-zero" : "part-too-large";
}

function readMask(text: string): Read<number> {
  const parsed = parsePrefixLength(text);
  if (parsed.ok) return succeed({ value: parsed.value, notes: [] });
  const completed = completeMask(text);
  if (completed !== null) {
    const dotted = printIpv4(maskOf(completed));
    return succeed({ value: completed, notes: [noteInput("mask-cut-short", text, dotted, true)] });
  }
  const quad = readQuad(text);
  if (!quad.ok) return refuse("mask-form");
  const wildcard = unfoldWildcard(quad.value.value);
  if (wildcard !== null) return refuse("mask-wildcard", printIpv4(maskOf(wildcard)));
  // 255.255.255.000 as terminals show it.
  const shown = parsePrefixLength(printIpv4(quad.value.value));
  return shown.ok ? succeed({ value: shown.value, notes: quad.value.notes }) : refuse("mask-form");
}

/** `255.255.255` is one part short of a mask. */
function completeMask(text: string): number | null {
  const parts = /^255(?:\.\d{1,3}){1,2}\.?$/.test(text) ? text.replace(/\.$/, "").split(".") : null;
  if (parts === null || parts.length > 3) return null;
  const parsed = parsePrefixLength([...parts, "0", "0"].slice(0, 4).join("."));
  return parsed.ok ? parsed.value : null;
}

/** What is said about a value that was read differently. */
export function noteInput(
  kind: InputNote["kind"],
  from: string,
  ...[to, mustConfirm = false]: readonly [string, boolean?]
): InputNote {
  return { kind, from, to, mustConfirm, message: fill(noteTexts[kind], from, to) };
}

function refuse(reason: InputRefusal["reason"], to = ""): { readonly ok: false; readonly failure: InputRefusal } {
  return fail({ reason, message: fill(refusalTexts[reason], "", to) });
}

function fill(texts: Localized, from: string, to: string): Localized {
  const put = (text: string): string => text.replace("{from}", () => from).replace("{to}", () => to);
  return { en: put(texts.en), "zh-CN": put(texts["zh-CN"]) };
}
