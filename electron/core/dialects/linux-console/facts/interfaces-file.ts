// /etc/network/interfaces of ifupdown and BusyBox: read and edited line by line, so that comments, hooks and options
// that are nobody's business here stay where they are (interfaces(5)).
//
//   auto eth0
//   iface eth0 inet static        <- a stanza: its options follow until the next keyword in the first column or not
//       address 192.168.1.23/24
//       gateway 192.168.1.1

export interface Stanza {
  readonly interface: string;
  readonly family: "inet" | "inet6";
  /** `static`, `dhcp`, `manual`, `loopback`, `auto`, ... */
  readonly method: string;
  /** Index of the `iface` line, and of the first line behind the stanza. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Option[];
}

export interface Option {
  readonly name: string;
  readonly value: string;
  /** Lines it stands on: a backslash continues one. */
  readonly from: number;
  readonly to: number;
}

const keyword = /^\s*(iface|mapping|auto|allow-\S+|source|source-directory|no-auto-down|no-scripts|template|rename)\s/;

export function parseStanzas(text: string): readonly Stanza[] {
  const lines = joinLines(text);
  const stanzas: Stanza[] = [];
  for (const [at, line] of lines.entries()) {
    const head = /^\s*iface\s+(\S+)\s+(inet6?)\s+(\S+)/.exec(line.text);
    if (!head) continue;
    const [, name = "", family, method = ""] = head;
    const next = lines.findIndex((later, index) => index > at && keyword.test(`${later.text} `));
    const body = lines.slice(at + 1, next < 0 ? lines.length : next);
    stanzas.push({
      interface: name,
      family: family === "inet6" ? "inet6" : "inet",
      method,
      from: line.from,
      to: body.findLast((each) => isOption(each.text))?.to ?? line.to,
      options: body.filter((each) => isOption(each.text)).map(readOption),
    });
  }
  return stanzas;
}

/** The value of the first option of that name. */
export function findOption(stanza: Stanza, ...names: readonly string[]): string | null {
  return stanza.options.find((option) => names.includes(option.name))?.value ?? null;
}

export interface StanzaEdit {
  /** Null keeps it. */
  readonly method: string | null;
  /** The options to set, in order; null removes one. */
  readonly options: Readonly<Record<string, string | null>>;
}

/** The file with one stanza changed; every other line as it was. */
export function editStanza(text: string, stanza: Stanza, edit: StanzaEdit): string {
  const lines = text.split("\n");
  const indent = /^\s+/.exec(lines[stanza.options[0]?.from ?? -1] ?? "")?.[0] ?? "    ";
  const { head, bodyFrom } = editHead(text, stanza, edit.method);
  const missing = new Map(Object.entries(edit.options));
  const kept: string[] = [];
  for (let at = bodyFrom; at < stanza.to; at++) {
    const option = stanza.options.find(({ from, to }) => at >= from && at < to);
    const wanted = option === undefined ? undefined : edit.options[option.name];
    if (option === undefined || wanted === undefined) kept.push(lines[at] ?? "");
    else if (at === option.from && missing.get(option.name)) kept.push(`${indent}${option.name} ${wanted}`);
    if (option !== undefined && at === option.from) missing.delete(option.name);
  }
  const added = [...missing].filter(([, value]) => value !== null).map(([name, value]) => `${indent}${name} ${value}`);
  return [...lines.slice(0, stanza.from), ...head, ...added, ...kept, ...lines.slice(stanza.to)].join("\n");
}

/** The lines of the stanza's head; a head that is continued becomes one line when its method changes. */
function editHead(
  text: string,
  stanza: Stanza,
  method: string | null,
): { readonly head: readonly string[]; readonly bodyFrom: number } {
  const line = joinLines(text).find(({ from }) => from === stanza.from);
  const bodyFrom = line?.to ?? stanza.from + 1;
  if (method === null) return { head: text.split("\n").slice(stanza.from, bodyFrom), bodyFrom };
  return { head: [(line?.text ?? "").replace(/^(\s*iface\s+\S+\s+inet6?\s+)\S+/, `$1${method}`)], bodyFrom };
}

interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function joinLines(text: string): readonly Line[] {
  const joined: Line[] = [];
  let open: Line | null = null;
  for (const [at, raw] of text.split("\n").entries()) {
    const continues = raw.endsWith("\\") && !/^\s*#/.test(raw);
    const piece = continues ? raw.slice(0, -1) : raw;
    const line: Line = open
      ? { text: `${open.text} ${piece.trim()}`, from: open.from, to: at + 1 }
      : { text: piece, from: at, to: at + 1 };
    open = continues ? line : null;
    if (!continues) joined.push(line);
  }
  return open ? [...joined, open] : joined;
}

function isOption(text: string): boolean {
  return text.trim() !== "" && !/^\s*#/.test(text);
}

function readOption(line: Line): Option {
  const [, name = "", value = ""] = /^\s*(\S+)\s*(.*?)\s*$/.exec(line.text) ?? [];
  return { name, value, from: line.from, to: line.to };
}
