// JSON (RFC 8259), with the place of every value that is no object and no array. A path's steps are names and positions.
import { deepest, type Entry, mostEntries, type Scan, skipMark } from "./entry.ts";

export const scanJson: Scan = (text) => {
  const scanner = new JsonScanner(text, skipMark(text));
  return scanner.run() ? scanner.entries : null;
};

const scalar =
  /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

class JsonScanner {
  readonly entries: Entry[] = [];
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  run(): boolean {
    return this.#value([]) && this.#peek() === "" && this.entries.length <= mostEntries;
  }

  #value(path: readonly string[]): boolean {
    if (path.length > deepest || this.entries.length > mostEntries) return false;
    const next = this.#peek();
    if (next === "{") return this.#members(path);
    if (next === "[") return this.#items(path);
    const found = this.#match();
    if (found === null) return false;
    const start = this.#at - found.length;
    this.entries.push({ path: path.map((step) => [step]), start, end: this.#at, decode, encode });
    return true;
  }

  #members(path: readonly string[]): boolean {
    this.#at += 1;
    if (this.#skip("}")) return true;
    do {
      if (this.#peek() !== '"') return false;
      const name = this.#match();
      if (name === null || !this.#skip(":") || !this.#value([...path, decode(name)])) return false;
    } while (this.#skip(","));
    return this.#skip("}");
  }

  #items(path: readonly string[]): boolean {
    this.#at += 1;
    if (this.#skip("]")) return true;
    let place = 0;
    do {
      if (!this.#value([...path, String(place)])) return false;
      place += 1;
    } while (this.#skip(","));
    return this.#skip("]");
  }

  #peek(): string {
    while (" \t\r\n".includes(this.#text[this.#at] ?? "-")) this.#at += 1;
    return this.#text[this.#at] ?? "";
  }

  #skip(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }

  #match(): string | null {
    scalar.lastIndex = this.#at;
    const found = scalar.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }
}

/** Text is unquoted, `null` is nothing, numbers and truth values stay as they are written. */
function decode(raw: string): string {
  if (raw === "null") return "";
  if (!raw.startsWith('"')) return raw;
  try {
    return String(JSON.parse(raw));
  } catch {
    // Bytes that are no text in the file's encoding.
    return raw.slice(1, -1);
  }
}

function encode(value: string, raw: string): string | null {
  if (raw.startsWith('"') || raw === "null") return JSON.stringify(value);
  if (raw === "true" || raw === "false") return value === "true" || value === "false" ? value : null;
  return number.test(value) ? value : null;
}
