// What was heard on a line, judged and quoted before it is known who speaks. One character per byte.
import { binaryToText } from "../bytes/binary-text.ts";
import { stripEscapes } from "../frames/console-text.ts";

/** What was heard, for a person: printable, one line, short. Card numbers cannot stand in 40 characters of a prompt unmasked: digits are dropped. */
export function quoteHeard(heard: string): string {
  const text = binaryToText(stripEscapes(heard)).trim();
  const last = text.slice(text.lastIndexOf("\n") + 1).replace(/\p{Cc}|\ufffd/gu, "");
  return last.replace(/\d{5,}/g, "…").slice(0, 40);
}

/** Whether most of it is no text at all, as with a wrong baud rate. */
export function isGarbage(heard: string): boolean {
  if (heard.length < 4) return false;
  const text = binaryToText(heard);
  const odd = text.replace(/[\n\r\t\x1b\x07\b]/g, "").match(/[\ufffd\p{Cc}\p{Co}\p{Cn}]/gu) ?? [];
  return odd.length * 4 > text.length;
}
