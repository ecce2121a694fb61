// The tools that one probe can do with, best first. The first that the terminal has and that takes the question answers;
// one that only shows its usage is passed over, since programs of the same name take different options.
import type { Sections } from "../facts/sections.ts";
import { cutStatus } from "./prelude.ts";

export interface Tool {
  /** Names the answer's section, and the tool in the evidence. */
  readonly name: string;
  /** Shell: true where the terminal has it. */
  readonly has: string;
  /** Shell: asks; runs under `r`. */
  readonly run: string;
  /** Words of a tool that did not take the question, as patterns of `case`. */
  readonly useless?: readonly string[];
  /** Lines worth sending; all of them when absent. An extended regular expression, in double quotes. */
  readonly lines?: string;
}

export interface Answer {
  readonly tool: string;
  readonly text: string;
  /** Whether the time was over before the tool was. */
  readonly isCut: boolean;
  readonly status: number;
}

/** Usage of BusyBox, of GNU's getopt and of the BSDs. */
const usage = ["*sage:*", "*nvalid\\ option*", "*nrecognized\\ option*", "*llegal\\ option*", "*nknown\\ option*"];

/** Shell that asks with one tool; afterwards $K is its exit status, or empty when none answered. */
export function writeTools(tools: readonly Tool[]): string {
  return ["K=", ...tools.map(writeTool)].join("\n");
}

function writeTool({ name, has, run, useless = [], lines }: Tool): string {
  const show = lines === undefined ? "" : `|grep -iE "${lines}"`;
  const passedOver = [...usage, "*:\\ not\\ found*", "*command\\ not\\ found*", ...useless].join("|");
  return `[ "$K" ]||! { ${has};}||{ A=$(${run});K=$?;case $A in ${passedOver})K=;;*)p ${name};echo "$A"|head -c 8192${show}|head -n 40;echo "=$K";;esac;}`;
}

/** What one of the tools said; null when none could. */
export function readTools(sections: Sections, tools: readonly Tool[]): Answer | null {
  for (const { name } of tools) {
    const said = sections.get(name);
    const [, text = "", status = ""] = /^([^]*?)=(\d+)\s*$/.exec(said ?? "") ?? [];
    if (said === null || status === "") continue;
    return { tool: name, text: text.trim(), status: Number(status), isCut: Number(status) === cutStatus };
  }
  return null;
}

/** Why a connection did not come about, in the words of the C library, of BusyBox and of curl. */
export function explainConnection({ text, isCut }: Answer): "refused" | "timed-out" | "unreachable" | null {
  if (/refused|errno=111\b/i.test(text)) return "refused";
  if (/no route|unreachable|host is down|errno=(?:113|101)\b/i.test(text)) return "unreachable";
  return isCut || /timed out|timeout|errno=110\b/i.test(text) ? "timed-out" : null;
}

/** Why a name was not found, where a tool says so; null when it was not about the name. */
export function explainName({ text }: Pick<Answer, "text">): "no-such-name" | "server-silent" | null {
  if (/temporary failure|try again/i.test(text)) return "server-silent";
  const unknown =
    /name or service not known|bad address|could not resolve|no address associated|unknown host|bad hostname|host lookup failed|nodename nor servname|can't resolve|name does not resolve/i;
  return unknown.test(text) ? "no-such-name" : null;
}

/** The tool and its own words, for the evidence. */
export function quoteAnswer({ tool }: Answer, words: string | null): string {
  return words === null || words === "" ? tool : `${tool}: ${words}`;
}
