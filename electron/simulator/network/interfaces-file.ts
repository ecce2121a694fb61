// /etc/network/interfaces as ifupdown 0.8.41 reads it: stanzas, classes, sourced files, its complaints.
// What it prints for odd input was captured from the real one: tests/corpus/linux-console/ifup-*.

export interface Stanza {
  readonly name: string;
  readonly family: string;
  readonly method: string;
  /** In the order of the file; `pre-down` and `down` are both `down`, as ifupdown keeps them. */
  readonly options: readonly Option[];
}

export interface Option {
  readonly name: string;
  readonly value: string;
}

export interface Interfaces {
  readonly stanzas: readonly Stanza[];
  /** Class (`auto`, `hotplug`) -> names. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  /** Files taken in by `source`, in order. */
  readonly sourced: readonly string[];
}

/** Files as the parser needs them; null when a file cannot be read. */
export interface ReadableFiles {
  readText(path: string): Promise<string | null>;
  /** Full paths that match a pattern with `*` in its last part. */
  matchPaths(pattern: string): Promise<readonly string[]>;
}

/** A complaint as ifupdown words it, without its own name in front. */
export interface Complaint {
  readonly complaint: string;
  /** Nothing of the file is used. */
  readonly fatal: boolean;
}

const families = new Set(["inet", "inet6", "can", "link", "tunnel", "ipx", "x25", "meta"]);
const methods = new Set([
  "loopback",
  "static",
  "manual",
  "dhcp",
  "bootp",
  "ppp",
  "auto",
  "wvdial",
  "tunnel",
  "v4tunnel",
  "ipv4ll",
]);
const scripts: Readonly<Record<string, string>> = {
  "pre-up": "pre-up",
  up: "up",
  "post-up": "up",
  down: "down",
  "pre-down": "down",
  "post-down": "post-down",
};

interface Draft {
  readonly stanzas: { name: string; family: string; method: string; options: Option[] }[];
  readonly classes: Map<string, string[]>;
  readonly sourced: string[];
}

export async function readInterfaces(
  path: string,
  files: ReadableFiles,
): Promise<Interfaces & { readonly complaints: readonly Complaint[] }> {
  const draft: Draft = { stanzas: [], classes: new Map(), sourced: [] };
  const complaint = await readInto(draft, path, files);
  addLoopback(draft);
  return { ...draft, complaints: complaint === null ? [] : [complaint] };
}

/** Without a stanza of its own, lo is there all the same, and first. */
function addLoopback(draft: Draft): void {
  if (draft.stanzas.some((one) => one.name === "lo")) {
    const auto = draft.classes.get("auto") ?? [];
    if (auto.includes("lo")) draft.classes.set("auto", ["lo", ...auto.filter((name) => name !== "lo")]);
    return;
  }
  draft.stanzas.unshift({ name: "lo", family: "inet", method: "loopback", options: [] });
  draft.classes.set("auto", ["lo", ...(draft.classes.get("auto") ?? []).filter((name) => name !== "lo")]);
}

async function readInto(draft: Draft, path: string, files: ReadableFiles): Promise<Complaint | null> {
  const text = await files.readText(path);
  if (text === null) {
    return { complaint: `couldn't open interfaces file "${path}": No such file or directory`, fatal: false };
  }
  let open: Draft["stanzas"][number] | null = null;
  for (const { line, at } of joinLines(text)) {
    const [word = "", ...rest] = line.split(/\s+/);
    const value = line.slice(word.length).trim();
    const wrong = (what: string): Complaint => ({ complaint: `${path}:${at}: ${what}`, fatal: true });
    if (word === "iface") {
      const stanza = { name: rest[0] ?? "", family: rest[1] ?? "", method: rest[2] ?? "", options: [] };
      if (!families.has(stanza.family)) return wrong("unknown or no address type and no inherits keyword specified");
      if (!methods.has(stanza.method)) return wrong("unknown or no method and no inherits keyword specified");
      draft.stanzas.push(stanza);
      open = stanza;
    } else if (word === "auto" || word.startsWith("allow-")) {
      open = null;
      addToClass(draft, word === "auto" ? "auto" : word.slice("allow-".length), rest);
    } else if (word === "source" || word === "source-directory") {
      open = null;
      const complaint = await readSourced(draft, { path, word, value }, files);
      if (complaint !== null) return complaint;
    } else if (word === "no-auto-down" || word === "no-scripts" || word === "mapping" || word === "rename") open = null;
    else if (open === null) return wrong("misplaced option");
    else if (value === "") return wrong("option with empty value");
    else addOption(open.options, word, value);
  }
  return null;
}

interface SourceLine {
  readonly path: string;
  readonly word: string;
  readonly value: string;
}

async function readSourced(draft: Draft, line: SourceLine, files: ReadableFiles): Promise<Complaint | null> {
  const whole = line.value.startsWith("/") ? line.value : `${line.path.replace(/[^/]*$/, "")}${line.value}`;
  const pattern = line.word === "source" ? whole : `${whole.replace(/\/$/, "")}/*`;
  for (const path of await files.matchPaths(pattern)) {
    draft.sourced.push(path);
    const complaint = await readInto(draft, path, files);
    if (complaint?.fatal === true) return complaint;
  }
  return null;
}

function addToClass(draft: Draft, name: string, members: readonly string[]): void {
  const known = draft.classes.get(name) ?? [];
  draft.classes.set(name, [...known, ...members.filter((one) => !known.includes(one))]);
}

/** Scripts add up; any other option that is named twice becomes one value of two lines. */
function addOption(options: Option[], word: string, value: string): void {
  const script = scripts[word];
  const at = script === undefined ? options.findIndex((one) => one.name === word) : -1;
  const before = options[at];
  if (before === undefined) options.push({ name: script ?? word, value });
  else options[at] = { name: word, value: `${before.value}\n${value}` };
}

function* joinLines(text: string): Generator<{ readonly line: string; readonly at: number }> {
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    let line = (lines[at] ?? "").trim();
    if (line === "" || line.startsWith("#")) continue;
    while (line.endsWith("\\") && at + 1 < lines.length) {
      at += 1;
      line = `${line.slice(0, -1)}${(lines[at] ?? "").trim()}`;
    }
    yield { line: line.trim(), at: at + 1 };
  }
}
