// Base64 whose contents hold something secret goes as a whole.
import { findCardNumbers } from "../redact-card-numbers.ts";
import { findTracks } from "./find-tracks.ts";
import { findMessage } from "../iso8583/decode.ts";
import { hideAll, type Secret } from "./secret.ts";
import { findInTags } from "./tags.ts";

const base64 = /[A-Za-z\d+/_-]{18,}={0,2}/g;

export function findBase64(text: string, readText: (text: string) => readonly Secret[]): readonly Secret[] {
  const secrets: Secret[] = [];
  for (const match of text.matchAll(base64)) {
    const [found] = match;
    if (/^[\da-fA-F]*$/.test(found) || !/[A-Z]/.test(found) || !/[a-z\d]/.test(found)) continue;
    const contents = decode(found);
    const kind = contents === null ? null : judge(contents, readText);
    if (kind !== null) secrets.push(hideAll(kind, match.index, match.index + found.length));
  }
  return secrets;
}

function judge(contents: string, readText: (text: string) => readonly Secret[]): Secret["kind"] | null {
  if (/^[\x09\x0a\x0d\x20-\x7e\x80-\xff]*$/.test(contents) && !/[\x80-\xff]{6}/.test(contents)) {
    const [first] = readText(contents);
    if (first !== undefined) return first.kind;
  }
  const hex = Array.from(contents, (octet) => octet.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  if (findMessage(hex) !== null) return "hex";
  if ((findInTags(hex) ?? []).length > 0 || findTracks(hex).length > 0) return "track";
  return findCardNumbers(hex).length > 0 ? "card-number" : null;
}

/** One character an octet; null when it is no base64. */
function decode(text: string): string | null {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  if (plain.length % 4 === 1) return null;
  try {
    return atob(plain);
  } catch {
    return null;
  }
}
