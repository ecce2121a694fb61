// A small reading of what a push of one interface touches, put into the answers of the last whole one:
//
//   whole answers, their key ------------.
//   =KEY a  its addresses -----------------> the answers as they would be now --> readFacts
//   =KEY r  the routes                   /
//   =KEY c  a checksum per file --------´    a text that nobody knows: null, read it all
//
// A push reads three times; whole facts would be most of what it sends and hears.
import { textToBinary } from "../../../bytes/binary-text.ts";
import { type ChecksumTool, printChecksum } from "../../../bytes/checksum-tools.ts";
import { quote } from "../encode.ts";
import { parseSections } from "./sections.ts";

/** The answers of a reading, and the key that its headings carry. */
export interface Answers {
  readonly outputs: readonly string[];
  readonly key: string;
}

export interface KnownFile {
  readonly path: string;
  /** As it was read last, and as a push makes it. */
  readonly texts: readonly string[];
}

/** `name` is encoded. */
export function makeAgainScript(key: string, name: string, files: readonly KnownFile[]): string {
  const paths = files.map(({ path }) => (/^[\w./-]+$/.test(path) ? path : quote(textToBinary(path)))).join(" ");
  const sums = files.length === 0 ? "" : `;echo =${key} c;for f in ${paths};do echo "$($c<$f)";done`;
  return `{ echo =${key} a;ip -4 -o a s dev ${name};echo =${key} r;ip r${sums};} 2>/dev/null`;
}

/** Whether addresses were read with `ip`: other programs list further addresses elsewhere. */
export function hasIp({ outputs, key }: Answers): boolean {
  return /^(?:\[|\d+: )/.test(parseSections(outputs, key).get("a")?.trim() ?? "");
}

export interface Again extends Answers {
  readonly name: string;
  readonly files: readonly KnownFile[];
  readonly tool: ChecksumTool;
}

export function renewAnswers(last: Answers, again: Again): Answers | null {
  const fresh = parseSections(again.outputs, again.key);
  const links = renewLinks(parseSections(last.outputs, last.key).get("a") ?? "", fresh.get("a") ?? "", again.name);
  if (links === null) return null;
  const bodies = new Map([
    ["a", links],
    ["r", fresh.get("r") ?? ""],
  ]);
  const sums = (fresh.get("c") ?? "").split("\n");
  for (const [place, { path, texts }] of again.files.entries()) {
    const text = texts.find((each) => printChecksum(again.tool, textToBinary(each)) === sums[place]);
    if (text === undefined) return null;
    bodies.set(`f ${path}`, text);
  }
  const outputs = last.outputs.map((output) => replaceSections(output, last.key, bodies));
  return { outputs, key: last.key };
}

function replaceSections(output: string, key: string, bodies: ReadonlyMap<string, string>): string {
  const heading = `\n=${key} `;
  const [first = "", ...parts] = `\n${output}`.split(heading);
  const renewed = parts.map((part) => {
    const end = part.indexOf("\n");
    const head = end < 0 ? part : part.slice(0, end);
    const body = bodies.get(head);
    return body === undefined ? part : `${head}\n${body}`;
  });
  return [first, ...renewed].join(heading).slice(1);
}

/** Only the one interface's IPv4 addresses are others: in the text of `ip -j address`, or in that of `ip address`. */
function renewLinks(before: string, now: string, name: string): string | null {
  // `2: eth0    inet 192.168.1.20/24 brd 192.168.1.255 scope global eth0\       valid_lft forever preferred_lft forever`
  const addresses = now.split("\n").flatMap((line) => /^\d+: \S+ +(inet .*)$/.exec(line)?.[1] ?? []);
  return before.trimStart().startsWith("[") ? renewJson(before, addresses, name) : renewText(before, addresses, name);
}

function renewText(before: string, addresses: readonly string[], name: string): string | null {
  const blocks = before.split(/^(?=\d+: )/m);
  const isIts = (block: string): boolean => block.replace(/^\d+: /, "").split(/[:@]/)[0] === name;
  if (!blocks.some(isIts)) return null;
  const fresh = addresses.flatMap((address) => address.split("\\")).map((line) => `    ${line.trim()}\n`);
  const renew = (block: string): string => {
    const lines = block.split(/^(?=\s)/m);
    const others = lines.filter(
      (line, place) => !isIpv4(line) && !(isLifetime(line) && isIpv4(lines[place - 1] ?? "")),
    );
    // The first two are the link's own.
    return [...others.slice(0, 2), ...fresh, ...others.slice(2)].join("");
  };
  return blocks.map((block) => (isIts(block) ? renew(block) : block)).join("");
}

function isIpv4(line: string): boolean {
  return /^\s+inet /.test(line);
}

function isLifetime(line: string): boolean {
  return /^\s+valid_lft /.test(line);
}

interface Entry {
  readonly ifname?: string;
  readonly addr_info?: readonly { readonly family?: string }[];
}

function renewJson(before: string, addresses: readonly string[], name: string): string | null {
  const old = parseEntries(before);
  if (!old?.some((entry) => entry.ifname === name)) return null;
  const renewed = old.map((entry) => {
    if (entry.ifname !== name) return entry;
    const others = entry.addr_info?.filter(({ family }) => family !== "inet") ?? [];
    return { ...entry, addr_info: [...addresses.map(describeAddress), ...others] };
  });
  return JSON.stringify(renewed);
}

/** As `ip -j` says it. */
function describeAddress(text: string): object {
  const [, local, length = "32"] = /^inet ([\d.]+)(?: peer [\d.]+)?(?:\/(\d+))?/.exec(text) ?? [];
  const scope = / scope (\S+)/.exec(text)?.[1] ?? "global";
  return { family: "inet", local, prefixlen: Number(length), scope, ...(/ dynamic /.test(text) && { dynamic: true }) };
}

/** What a terminal prints need not be what it should: readFacts judges the result again. */
function parseEntries(text: string): readonly Entry[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter((entry) => typeof entry === "object" && entry !== null) : null;
  } catch {
    return null;
  }
}
