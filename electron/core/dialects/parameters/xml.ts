// XML, as far as parameter files and `devinfo:` need it: elements, attributes, text, CDATA, remarks. Nothing is looked up
// or expanded besides the five names and numbers that every XML has.
//
//   <network><ip>192.168.1.9</ip></network>              network, ip
//   <param name="ip" value="192.168.1.9"/>               param[name=ip], @value
import { deepest, type Entry, mostEntries, type Scan, skipMark } from "./entry.ts";

const name = "[A-Za-z_:\\x80-\\xff][\\w:.\\-\\x80-\\xff]*";
// One token from here on: what is skipped, CDATA, a closing tag, or an opening one.
const skipped = /<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE(?:[^[\]>]|\[[^\]]*\])*>/y;
const character = /<!\[CDATA\[([^]*?)\]\]>/y;
const closing = new RegExp(`</(${name})\\s*>`, "y");
const opening = new RegExp(`<(${name})`, "y");
const attribute = new RegExp(`\\s+(${name})\\s*=\\s*("[^"<]*"|'[^'<]*')`, "y");

interface Element {
  readonly name: string;
  readonly names: string[];
  /** Where its text begins, while nothing but text has been seen in it. */
  textFrom: number | null;
}

export const scanXml: Scan = (text) => {
  const scanner = new XmlScanner(text);
  return scanner.run(skipMark(text)) ? scanner.entries : null;
};

class XmlScanner {
  readonly entries: Entry[] = [];
  readonly #text: string;
  readonly #open: Element[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(from: number): boolean {
    this.#at = from;
    let roots = 0;
    for (;;) {
      const next = this.#text.indexOf("<", this.#at);
      const between = this.#text.slice(this.#at, next < 0 ? undefined : next);
      if (this.#open.length === 0 && between.trim() !== "") return false;
      if (next < 0) return this.#open.length === 0 && roots === 1;
      this.#at = next;
      if (this.#open.length === 0 && this.#matches(opening)) roots += 1;
      if (roots > 1 || !this.#token() || this.entries.length > mostEntries) return false;
    }
  }

  #token(): boolean {
    const inner = this.#open.at(-1);
    if (this.#take(skipped)) {
      if (inner) inner.textFrom = null;
      return true;
    }
    const start = this.#at;
    const raw = this.#take(character);
    if (raw) {
      if (!inner) return false;
      inner.textFrom = null;
      this.#add([], { start: start + 9, end: this.#at - 3 }, { decode: (text) => text, encode: encodeCharacterData });
      return true;
    }
    return this.#close(start) ?? this.#start();
  }

  /** Null when it is no closing tag. */
  #close(start: number): boolean | null {
    const closed = this.#take(closing);
    if (!closed) return null;
    const element = this.#open.at(-1);
    if (!element || element.name !== closed[1]) return false;
    if (element.textFrom !== null) this.#addText(element.textFrom, start);
    this.#open.pop();
    const outer = this.#open.at(-1);
    if (outer) outer.textFrom = null;
    return true;
  }

  #start(): boolean {
    const opened = this.#take(opening);
    const [, elementName] = opened ?? [];
    if (elementName === undefined || this.#open.length >= deepest) return false;
    const element: Element = { name: elementName, names: [elementName], textFrom: null };
    this.#open.push(element);
    for (let found = this.#take(attribute); found; found = this.#take(attribute)) {
      const [, key = "", quoted = ""] = found;
      const end = this.#at - 1;
      const start = end - quoted.length + 2;
      element.names.push(`${elementName}[${key}=${decodeText(quoted.slice(1, -1))}]`);
      this.#add([`@${key}`], { start, end }, { decode: decodeText, encode: encodeText });
    }
    const ended = /\s*(\/?)>/y;
    ended.lastIndex = this.#at;
    const end = ended.exec(this.#text);
    if (!end) return false;
    this.#at = ended.lastIndex;
    if (end[1] === "/") this.#open.pop();
    else element.textFrom = this.#at;
    return true;
  }

  /** Blanks around a value are layout. */
  #addText(from: number, to: number): void {
    const raw = this.#text.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    const place = raw.trim() === "" ? { start: from, end: from } : { start, end: start + raw.trim().length };
    this.#add([], place, { decode: decodeText, encode: encodeText });
  }

  #add(more: readonly string[], place: { start: number; end: number }, codec: Pick<Entry, "decode" | "encode">): void {
    // The names of an element that is still being read grow: they are looked at through the same list.
    const path = [...this.#open.map(({ names }) => names), ...more.map((step) => [step])];
    this.entries.push({ path, ...place, ...codec });
  }

  #matches(pattern: RegExp): boolean {
    const at = this.#at;
    const found = this.#take(pattern) !== null;
    this.#at = at;
    return found;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeText(raw: string): string {
  return raw.replace(/&(#?\w{1,8});/g, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code = Number(name.startsWith("#x") ? `0x${name.slice(2)}` : name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function encodeText(value: string): string {
  const names: Readonly<Record<string, string>> = { "<": "lt", ">": "gt", "&": "amp", '"': "quot", "'": "apos" };
  return value.replace(/[<>&"']/g, (character) => `&${names[character]};`);
}

function encodeCharacterData(value: string): string | null {
  return value.includes("]]>") ? null : value;
}
