// `gzip | base64`, as a terminal sends what is long. Bounded: a few kilobytes can claim to be gigabytes.
import { Gunzip } from "fflate";
import { binaryToBytes, binaryToText, bytesToBinary } from "./binary-text.ts";

/** Octets; more than any answer of a terminal may unfold to. */
const largest = 16 * 1024 * 1024;

/** The text itself, or what it unfolds to when it is base64 of a gzip header (1f 8b 08); null when that is damaged or too much. */
export function unpack(text: string): string | null {
  if (!isPacked(text)) return text;
  const binary = unfold(text);
  return binary === null ? null : binaryToText(binary);
}

export function isPacked(text: string): boolean {
  return text.startsWith("H4sI");
}

/** What base64 of gzip unfolds to, one character per byte; null when it is damaged or too much. */
export function unfold(base64: string): string | null {
  const parts: string[] = [];
  let size = 0;
  let ended = false;
  try {
    const gunzip = new Gunzip((bytes, final) => {
      size += bytes.length;
      if (size > largest) throw new RangeError("too large");
      parts.push(bytesToBinary(bytes));
      ended ||= final;
    });
    gunzip.push(binaryToBytes(atob(base64.replace(/\s/g, ""))), true);
  } catch {
    return null;
  }
  return ended ? parts.join("") : null;
}
