// Other ways to write the same characters, undone: full-width digits, odd blanks and dashes, %34, \u0034, &#52;, 0x34.
// Each view knows where in the original every one of its characters came from.
import type { Secret } from "./secret.ts";

export interface View {
  readonly text: string;
  /** Place in the original of each character, and the original's length at the end. */
  readonly places: readonly number[];
}

/** Full-width forms of ASCII, an ideographic full stop's neighbours, blanks and dashes of all widths, and nothing at all. */
const odd =
  /[\u0000\u2000-\u200d\u2060\u3000\u2010-\u2015\u2212\uff01-\uff5e\ufeff]|0x(?=[\da-fA-F*])|\\x(?=[\da-fA-F*])/g;

/** As many characters as before. */
export function narrow(text: string): string {
  return text.replace(odd, (found) => {
    const code = found.charCodeAt(0);
    if (found.length > 1) return "  ";
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 ? "-" : " ";
  });
}

const escape = /%([\da-fA-F]{2})|\\u([\da-fA-F]{4})|&#x([\da-fA-F]{1,5});|&#(\d{1,6});|\+(?=\d)|\\([/"])/g;

/** Null when nothing in it is escaped. */
export function unescape(text: string): View | null {
  const parts: string[] = [];
  const places: number[] = [];
  let end = 0;
  const take = (to: number): void => {
    for (let at = end; at < to; at++) places.push(at);
    parts.push(text.slice(end, to));
  };
  for (const match of text.matchAll(escape)) {
    take(match.index);
    places.push(match.index);
    parts.push(readEscape(match));
    end = match.index + match[0].length;
  }
  if (end === 0) return null;
  take(text.length);
  places.push(text.length);
  return { text: parts.join(""), places };
}

function readEscape([, percent, unicode, hexEntity, entity, quoted]: RegExpExecArray): string {
  if (quoted !== undefined) return quoted;
  const hex = percent ?? unicode ?? hexEntity;
  const code = hex === undefined ? Number(entity ?? 0x20) : Number.parseInt(hex, 16);
  return String.fromCharCode(code > 0xffff ? 0x20 : code);
}

/** What was found in a view, at its places in the original. */
export function placeBack({ places }: View, { kind, hide }: Secret): Secret {
  const place = (at: number): number => places[at] ?? places.at(-1) ?? 0;
  return { kind, hide: hide.map(({ from, to }) => ({ from: place(from), to: place(to) })) };
}
