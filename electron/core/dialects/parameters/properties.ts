// Java's properties (java.util.Properties): `key=value`, `key: value` or `key value`; remarks with `#` or `!`; a line that
// ends in an odd number of backslashes goes on in the next one; \t \n \r \f \uXXXX, and any other character for itself.
import { type Entry, mostEntries, type Scan, skipMark } from "./entry.ts";
import { eachLine } from "./ini.ts";

const assignment = /^([ \t\f]*((?:\\[^]|[^\\=: \t\f\r\n])+)([ \t\f]*(?:[=:][ \t\f]*)?))/;

export const scanProperties: Scan = (text) => {
  const entries: Entry[] = [];
  for (const line of joinContinued(text)) {
    if (/^[ \t\f]*(?:[#!]|$)/.test(line.text)) continue;
    const [, before, key, separator] = assignment.exec(line.text) ?? [];
    if (before === undefined || key === undefined) continue;
    if (entries.length >= mostEntries) return null;
    entries.push({
      path: [[unescape(key)]],
      start: line.at + before.length,
      end: line.at + line.text.length,
      decode: unescape,
      // Behind a key alone a value would become part of the key.
      encode: (value) => (separator === "" ? null : escape(value)),
    });
  }
  return entries;
};

function escape(value: string): string {
  return value.replace(/\\/g, "\\\\").replace(/^ /, "\\ ");
}

/** Logical lines as they stand: their ends, where they go on, are part of them. */
function* joinContinued(text: string): Generator<{ readonly at: number; readonly text: string }> {
  let start: number | null = null;
  for (const line of eachLine(text, skipMark(text))) {
    const at: number = start ?? line.at;
    const whole = text.slice(at, line.at + line.text.length);
    const isRemark: boolean = start === null && /^[ \t\f]*[#!]/.test(whole);
    start = !isRemark && endsOpen(line.text) ? at : null;
    if (start === null) yield { at, text: whole };
  }
  if (start !== null) yield { at: start, text: text.slice(start) };
}

/** Whether the last of its backslashes is not escaped by the one before it. */
function endsOpen(line: string): boolean {
  let count = 0;
  while (line.at(-1 - count) === "\\") count += 1;
  return count % 2 === 1;
}

function unescape(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|(?:\r\n|\n|\r)[ \t\f]*|([^]))/g, (_, code?: string, letter?: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const known: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f" };
    return letter === undefined ? "" : (known[letter] ?? letter);
  });
}
