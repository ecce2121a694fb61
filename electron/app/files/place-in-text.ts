// Where in a file something stands, so that a person can go there.

/** Both count from 1, as editors do; columns count UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) line++;
  return { line, column: before.length - lineStart + 1 };
}

/** Where `path` stands in valid JSON: a field at its name, an item of a list at its value. What is missing is where its holder begins. */
export function placeInJson(text: string, path: Path): Place {
  let at = skipSpace(text, 0);
  for (const [depth, step] of path.entries()) {
    const found = typeof step === "number" ? findItem(text, at, step) : findField(text, at, step);
    if (found === null) break;
    at = depth === path.length - 1 ? found.name : found.value;
  }
  return placeAt(text, at);
}

interface Found {
  readonly name: number;
  readonly value: number;
}

function findField(text: string, start: number, name: string): Found | null {
  if (text[start] !== "{") return null;
  let last: Found | null = null;
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== "}") {
    const end = skipString(text, at);
    const value = skipSpace(text, skipSpace(text, end) + 1);
    // The last of equal names counts, as for JSON.parse.
    if (readName(text.slice(at, end)) === name) last = { name: at, value };
    at = skipSpace(text, skipValue(text, value));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return last;
}

function findItem(text: string, start: number, place: number): Found | null {
  if (text[start] !== "[") return null;
  let at = skipSpace(text, start + 1);
  for (let item = 0; at < text.length && text[at] !== "]"; item++) {
    if (item === place) return { name: at, value: at };
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return null;
}

function readName(quoted: string): unknown {
  return JSON.parse(quoted);
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && " \t\r\n\ufeff".includes(text.charAt(at))) at++;
  return at;
}

function skipString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** Without recursion: a value may be nested deeper than the stack. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') {
      at = skipString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && character === ",") return at;
    at++;
  }
  return at;
}
