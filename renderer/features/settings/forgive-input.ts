// What people type, taken as they mean it, and said so. Anything that could mean two things is left as typed: the rules
// then say what is wrong with it.
//
//   １９２。１６８。１。１   192, 168, 1, 1    192.168.001.001 (as terminals' own menus show it)
import type { WordKey } from "../../i18n/en/index.ts";

export type InputNote = Extract<
  WordKey,
  "settings.note-full-width" | "settings.note-spaces" | "settings.note-split" | "settings.note-padded"
>;

export interface Forgiven {
  readonly text: string;
  /** The part after a slash, where one was typed into the address. */
  readonly prefix: string | null;
  readonly note: InputNote | null;
}

export function forgiveAddress(typed: string): Forgiven {
  const plain = toPlain(typed);
  const [address = "", ...rest] = plain.text.split("/");
  const prefix = rest.length === 1 ? (rest[0] ?? "") : null;
  const padded = unpad(prefix === null ? plain.text : address);
  const note = padded.isPadded
    ? "settings.note-padded"
    : prefix !== null && prefix !== ""
      ? "settings.note-split"
      : plain.note;
  return { text: padded.text, prefix: prefix === "" ? null : prefix, note };
}

/** Full-width digits and marks, ideographic stops and commas, and blanks. */
function toPlain(typed: string): { readonly text: string; readonly note: InputNote | null } {
  const narrow = typed.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const dotted = narrow.replace(/[。｡、]/g, ".").replace(/(\d)\s*,\s*(?=\d)/g, "$1.");
  const text = dotted.replace(/\s+/g, "");
  if (dotted !== typed) return { text, note: "settings.note-full-width" };
  return { text, note: text === typed.trim() ? null : "settings.note-spaces" };
}

/** Four parts that are all three digits wide are decimal; any other leading zero may be octal, and is refused. */
function unpad(text: string): { readonly text: string; readonly isPadded: boolean } {
  const isWide = /^\d{3}(?:\.\d{3}){3}$/.test(text) && /(?:^|\.)0/.test(text);
  return { text: isWide ? text.split(".").map(Number).join(".") : text, isPadded: isWide };
}

/** Whether more typing can still make an address of it: then it is too early to complain. */
export function mayBecomeAddress(text: string): boolean {
  const parts = text.split(".");
  return (
    parts.length <= 4 &&
    parts.every((part, place) =>
      part === "" ? place === parts.length - 1 : /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255,
    ) &&
    !(parts.length === 4 && parts[3] !== "")
  );
}
