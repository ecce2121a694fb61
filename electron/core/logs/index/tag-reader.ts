// Who wrote each of millions of lines, and how serious it says to be. What stands before the message is the same in many
// lines but for numbers: it is read as text the first time, and known by a hash of its bytes from then on.
//
//   Nov 22 10:31:05 terminal dhclient[401]: No ...     hashed: ` terminal dhclient`
import type { LineFormat, Severity } from "../formats/line-format.ts";
import { readLine } from "../formats/recognise.ts";
import type { LineText } from "../text/line-text.ts";

export interface LineTag {
  readonly source: string | null;
  readonly severity: Severity | null;
}

/** As much of a line as its source and its severity stand in. */
const longestHead = 160;
const longestHashed = 64;
const mostBlanks = 5;
/** Text in which every line begins differently names no sources. */
const mostHeads = 8192;
const mostTags = 4096;
const longestSource = 64;

/** NetworkManager and others name a level in the message. */
const level = /^(?:\s*[<[(]?)(error|err|fatal|crit|critical|warning|warn|info|notice|debug|trace)[>\])]?(?=[\s:]|$)/i;
const severities: Readonly<Record<string, Severity>> = {
  error: "error",
  err: "error",
  fatal: "error",
  crit: "error",
  critical: "error",
  warning: "warning",
  warn: "warning",
  info: "info",
  notice: "info",
  debug: "debug",
  trace: "debug",
};

const [letter, digit, blank, ender] = [1, 2, 3, 4] as const;
/** What each byte is to the part before the message. */
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  const shown = String.fromCharCode(byte);
  if (/[A-Za-z]/.test(shown)) return letter;
  if (/[0-9]/.test(shown)) return digit;
  if (shown === " ") return blank;
  return ":[](".includes(shown) ? ender : 0;
});

export class TagReader {
  readonly #text: LineText;
  readonly #formats: readonly LineFormat[];
  readonly #heads = new Map<number, number>();
  readonly #places = new Map<string, number>();
  readonly list: LineTag[] = [{ source: null, severity: null }];

  constructor(text: LineText, formats: readonly LineFormat[]) {
    this.#text = text;
    this.#formats = formats;
  }

  /** Place in the list of the tag of the line between the two places, whose time takes `stamp` bytes of it. */
  read(bytes: Uint8Array, { from, to }: { readonly from: number; readonly to: number }, stamp: number): number {
    if (this.#formats.length === 0) return 0;
    const hash = hashHead(bytes, { from, to }, stamp);
    const known = this.#heads.get(hash);
    if (known !== undefined) return known;
    if (this.#heads.size >= mostHeads) return 0;
    const found = readLine(this.#text.read(bytes.subarray(from, Math.min(to, from + longestHead))), this.#formats);
    const place = this.place({
      source: found.source?.trim().slice(0, longestSource) || null,
      severity: found.severity ?? readLevel(found.message),
    });
    this.#heads.set(hash, place);
    return place;
  }

  /** The same source, at least as a warning: for lines that are known to mean trouble and say nothing of it. */
  warn(tag: number): number {
    const { source = null, severity = null } = this.list[tag] ?? {};
    return severity === null ? this.place({ source, severity: "warning" }) : tag;
  }

  place(tag: LineTag): number {
    const name = `${tag.severity ?? ""} ${tag.source ?? ""}`;
    const known = this.#places.get(name) ?? (name === " " ? 0 : undefined);
    if (known !== undefined) return known;
    if (this.list.length >= mostTags) return 0;
    this.#places.set(name, this.list.length);
    return this.list.push(tag) - 1;
  }
}

function readLevel(message: string): Severity | null {
  return severities[level.exec(message)?.[1]?.toLowerCase() ?? ""] ?? null;
}

/** FNV-1a over what stands before the message; digits count only in a priority and right behind a letter. */
function hashHead(
  bytes: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
  stamp: number,
): number {
  let hash = 0x811c9dc5 | 0;
  let at = from;
  if (bytes[from] === 0x3c) {
    for (; at < to && at < from + 5 && bytes[at] !== 0x3e; at++) hash = mix(hash, bytes[at] ?? 0);
  }
  at = Math.max(at, from + stamp);
  const end = Math.min(to, at + longestHashed);
  let [isWord, hasWord, blanks] = [false, false, 0];
  for (; at < end && blanks < mostBlanks; at++) {
    const byte = bytes[at] as number;
    const kind = kinds[byte] as number;
    if (kind === letter) {
      hash = Math.imul(hash ^ byte, 0x01000193);
      isWord = hasWord = true;
      continue;
    }
    if (kind === ender && hasWord) break;
    if (kind === blank && hasWord && bytes[at - 1] !== 0x20) blanks++;
    if (kind !== digit || isWord) hash = Math.imul(hash ^ byte, 0x01000193);
    isWord = kind === digit && isWord;
  }
  return hashLevel(bytes, { from: at, to }, hash);
}

/** A level between `<` and `>` right behind a process number. */
function hashLevel(
  bytes: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
  hash: number,
): number {
  let at = from;
  const last = Math.min(to, from + 16);
  while (at < last && bytes[at] !== 0x3c && !((bytes[at] ?? 0) >= 0x41)) at++;
  // A closing bracket is beyond the letters, and part of a process number.
  if (bytes[at] === 0x5d || bytes[at] === 0x5b) {
    at++;
    while (at < last && bytes[at] !== 0x3c && !((bytes[at] ?? 0) >= 0x41)) at++;
    if (bytes[at] === 0x5d) at++;
    while (at < last && bytes[at] !== 0x3c && !((bytes[at] ?? 0) >= 0x41)) at++;
  }
  if (bytes[at] !== 0x3c) return hash;
  let found = hash;
  for (; at < to && bytes[at] !== 0x3e && at < last + 8; at++) found = mix(found, bytes[at] ?? 0);
  return found;
}

function mix(hash: number, byte: number): number {
  // Signed: a number beyond 31 bits would be an object of its own in the map.
  return Math.imul(hash ^ byte, 0x01000193);
}
