// What was heard from a terminal that nobody knows -> the start of a description file for it. It loads as it stands; what a
// person has to add is marked, and resources/profiles/README.md says how.
import { binaryToText } from "../../bytes/binary-text.ts";
import { stripEscapes } from "../../frames/console-text.ts";
import { recognizePrompt } from "../linux-console/prompts.ts";
import type { TextDescription } from "./description.ts";

export interface HeardTerminal {
  /** Everything that was heard, one character per byte. */
  readonly text: string;
  /** How the line was set when it was readable. */
  readonly line: TextDescription["line"];
}

/** Characters of what was heard that are looked at, and of a line that is quoted. */
const most = 8192;
const longestSign = 40;

/** YAML. Long runs of digits are not quoted: they may be a card's or a terminal's own. */
export function startDescription({ text, line }: HeardTerminal): string {
  const lines = binaryToText(stripEscapes(text.slice(-most)))
    .split("\n")
    .map((each) => each.replace(/[^\x20-\x7e]/g, "").trimEnd());
  const last = lines.at(-1) ?? "";
  const login = recognizePrompt(text)?.kind;
  const isLogin = login === "login" || login === "password";
  const prompt = !isLogin && last.trim() !== "" && last.length <= longestSign && !/\d{5,}/.test(last) ? last : null;
  return `${[
    "# Begun from what a terminal said. resources/profiles/README.md says how to go on.",
    "# counterpart profile check FILE points at what is wrong, counterpart profile try FILE --port PORT shows what it answers.",
    "family: text",
    "name:",
    '  en: "A terminal of mine"',
    '  zh-CN: "我的终端"',
    ...printLine(line),
    ...printSigns(lines.slice(0, -1)),
    ...printEntry(lines, login),
    ...(prompt === null ? [] : [`prompt: ${quote(`^${escapePattern(prompt.trimEnd())} ?$`)}`]),
    "# The commands that show its settings, and what to catch of the answers: (?<name>...) is a name for what is there.",
    "read:",
    "  - send: help",
    "    catch: []",
    "# identity:",
    "#   model: { from: model }",
    "# interfaces:",
    "#   - name: eth0",
    "#     kind: ethernet",
    "#     fields:",
    "#       address: { from: address }",
    "#       mask: { from: mask }",
    "#       gateway: { from: gateway }",
    "#     set:",
    "#       - send: set ip {address} {mask} {gateway}",
  ].join("\n")}\n`;
}

function printLine(line: HeardTerminal["line"]): readonly string[] {
  const entries = Object.entries(line).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? [] : ["line:", ...entries.map(([name, value]) => `  ${name}: ${String(value)}`)];
}

/** The first line with words in it is most likely the banner; digits in it change from one terminal to the next. */
function printSigns(lines: readonly string[]): readonly string[] {
  const words = lines
    .flatMap((each) => each.split(/[^A-Za-z ./_-]+/))
    .map((each) => each.trim().slice(0, longestSign).trim())
    .filter((each) => /[A-Za-z]{4,}/.test(each));
  const [banner] = words;
  return banner === undefined
    ? []
    : ["# It is recognised by hearing this; take something that only such terminals say.", `signs: [${quote(banner)}]`];
}

function printEntry(lines: readonly string[], prompt: string | undefined): readonly string[] {
  const last = (lines.at(-1) ?? "").trim();
  if (prompt === "password") return ["login:", `  password: ${quote(`${escapePattern(last)} ?$`)}`];
  if (prompt !== "login") return [];
  const words = /[A-Za-z ]+:?$/.exec(last)?.[0].trim() ?? last;
  return ["login:", `  user: ${quote(`${escapePattern(words)} ?$`)}`, '  password: "(?i)password: ?$"'];
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** As YAML reads it back: JSON is YAML. */
function quote(text: string): string {
  return JSON.stringify(text);
}
