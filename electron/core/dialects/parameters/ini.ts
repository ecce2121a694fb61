// [section]
// key = value   ; remark
// Sections, `=` or `:`, whole-line remarks with `;` or `#`, the same behind a blank, values in double quotes.
import { type Entry, mostEntries, type Scan, skipMark } from "./entry.ts";

// Groups: key and separator, the key, and what follows. No part can match in two ways, so long lines cost what they hold.
const assignment = /^([ \t]*([^=:;#[\s][^=:]*)[=:])(.*)$/;

export const scanIni: Scan = (text) => {
  const entries: Entry[] = [];
  let section: string | null = null;
  for (const line of eachLine(text, skipMark(text))) {
    const [, name] = /^[ \t]*\[([^\]]*)\]/.exec(line.text) ?? [];
    if (name !== undefined) section = name.trim();
    const [, before, key, rest] = assignment.exec(line.text) ?? [];
    if (name !== undefined || before === undefined || key === undefined || rest === undefined) continue;
    if (entries.length >= mostEntries) return null;
    const value = findValue(rest);
    if (value === null) continue;
    const start = line.at + before.length + value.at;
    entries.push({
      path: section === null ? [[key.trimEnd()]] : [[section], [key.trimEnd()]],
      start,
      end: start + value.length,
      decode: (raw) => (isQuoted(raw) ? raw.slice(1, -1) : raw),
      encode,
    });
  }
  return entries;
};

/** Where a value stands behind its separator. Null where a remark touches the separator: nobody can say which it is. */
function findValue(rest: string): { readonly at: number; readonly length: number } | null {
  const [blanks = ""] = /^[ \t]*/.exec(rest) ?? [];
  const behind = rest.slice(blanks.length);
  // No value, and a blank has to stay between it and the remark.
  if (/^[;#]/.test(behind)) return blanks === "" ? null : { at: blanks.length > 1 ? 1 : 0, length: 0 };
  const quoted = /^"[^"]*"/.exec(behind)?.[0];
  return { at: blanks.length, length: (quoted ?? cutRemark(behind)).length };
}

function cutRemark(text: string): string {
  const remark = text.search(/[ \t][;#]/);
  return (remark < 0 ? text : text.slice(0, remark)).trimEnd();
}

function encode(value: string, raw: string): string | null {
  if (isQuoted(raw)) return value.includes('"') ? null : `"${value}"`;
  // What would be read as a remark, as a quoted value, or be trimmed.
  return /^["\s]|\s$|(?:^|\s)[;#]/.test(value) ? null : value;
}

function isQuoted(raw: string): boolean {
  return raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
}

/** Lines without their ends, whichever those are. */
export function* eachLine(text: string, from: number): Generator<{ readonly at: number; readonly text: string }> {
  const ends = /\r\n|\n|\r/g;
  let at = from;
  for (;;) {
    ends.lastIndex = at;
    const end = ends.exec(text);
    yield { at, text: text.slice(at, end?.index ?? text.length) };
    if (!end) return;
    at = end.index + end[0].length;
  }
}
