// Tag, length, value, as terminal management systems (TMS) send parameters and EMV codes data (ISO/IEC 8825-1 basic
// encoding: EMV Book 3, Annex B). A path's steps are tags in capital hexadecimal digits; values are text.
//
//   tag: 1 byte, or more when its low five bits are set      0x20 in the first byte: the value holds objects itself
//   length: 1 byte, or 0x81..0x83 and so many bytes          a longer form than needed is kept where it still fits
import { deepest, type Entry, mostEntries, type Scan } from "./entry.ts";

/** A length field: where it stands, and the end of what it counts. */
interface Length {
  readonly start: number;
  readonly end: number;
  readonly counts: number;
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly path: readonly string[];
  readonly around: readonly Length[];
}

export const scanTlv: Scan = (text) => {
  const entries: Entry[] = [];
  return readObjects(text, { from: 0, to: text.length, path: [], around: [] }, entries) ? entries : null;
};

function readObjects(text: string, place: Place, entries: Entry[]): boolean {
  let at = place.from;
  while (at < place.to) {
    // Bytes of nothing may stand between objects (EMV Book 3, B1).
    if (text.charCodeAt(at) === 0 && place.path.length === 0) {
      at += 1;
      continue;
    }
    const object = readObject(text, at, place.to);
    if (!object || place.path.length >= deepest || entries.length >= mostEntries) return false;
    const { tag, length } = object;
    const path = [...place.path, tag];
    const around = [...place.around, length];
    const end = length.end + length.counts;
    if (object.holdsObjects) {
      if (!readObjects(text, { from: length.end, to: end, path, around }, entries)) return false;
    } else {
      const start = length.end;
      const replace = (bytes: string): string => replaceValue(text, { start, end, around }, bytes);
      entries.push({
        path: path.map((step) => [step]),
        start,
        end,
        decode: (raw) => raw,
        encode: (value) => value,
        replace,
      });
    }
    at = end;
  }
  return at === place.to;
}

function readObject(text: string, at: number, to: number) {
  const first = text.charCodeAt(at);
  let next = at + 1;
  if ((first & 0x1f) === 0x1f) {
    while (next < to && text.charCodeAt(next) & 0x80) next += 1;
    next += 1;
  }
  if (next >= to || next - at > 4) return null;
  const tag = Array.from(text.slice(at, next), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  const form = text.charCodeAt(next);
  const more = form < 0x80 ? 0 : form - 0x80;
  if (form === 0x80 || more > 3 || next + more >= to) return null;
  let counts = more === 0 ? form : 0;
  for (let index = 1; index <= more; index++) counts = counts * 256 + text.charCodeAt(next + index);
  const length: Length = { start: next, end: next + 1 + more, counts };
  if (length.end + counts > to) return null;
  return { tag: tag.toUpperCase(), length, holdsObjects: (first & 0x20) !== 0 };
}

/** From the innermost length outwards, each by what it and those within it have grown. */
function replaceValue(
  text: string,
  place: { readonly start: number; readonly end: number; readonly around: readonly Length[] },
  bytes: string,
): string {
  let changed = text.slice(0, place.start) + bytes + text.slice(place.end);
  let grown = bytes.length - (place.end - place.start);
  for (const length of place.around.toReversed()) {
    const field = printLength(length.counts + grown, length.end - length.start);
    changed = changed.slice(0, length.start) + field + changed.slice(length.end);
    grown += field.length - (length.end - length.start);
  }
  return changed;
}

function printLength(counts: number, width: number): string {
  const needed = counts < 0x80 ? 1 : counts < 0x100 ? 2 : counts < 0x1_0000 ? 3 : 4;
  const bytes = Math.max(width, needed) - 1;
  if (bytes === 0) return String.fromCharCode(counts);
  const digits = Array.from({ length: bytes }, (_, index) => (counts >>> (8 * (bytes - 1 - index))) & 0xff);
  return String.fromCharCode(0x80 + bytes, ...digits);
}
