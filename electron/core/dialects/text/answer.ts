// What is heard after a command -> the answer alone, and whether it has ended.
//
//   "show ip\r\nAddress: 10.0.0.5\r\n--More--" --strip, drop noise, pager, echo, prompt--> "Address: 10.0.0.5"
//
// One place decides both, so that what is caught is what the end was seen on.
import { binaryToText } from "../../bytes/binary-text.ts";
import { stripEscapes } from "../../frames/console-text.ts";
import { removeKernelMessages } from "../../frames/kernel-messages.ts";
import type { CompiledDescription } from "./compile.ts";

/** Characters of the end of what was heard in which an end is looked for. */
const tailLength = 1024;

export type AnswerEnd = "prompt" | "until" | "more" | "login" | "open";

interface Asked {
  /** Without its line end. */
  readonly send: string;
  /** The pattern that ends its answer. */
  readonly until?: string | undefined;
}

/** Where an answer stands, by its last line. */
export function findEnd(heard: string, asked: Asked, description: CompiledDescription): AnswerEnd {
  const tail = clean(heard.slice(-tailLength), description);
  const last = lastLine(tail);
  const { more, login, prompt } = description.content;
  if (last === "" || isEcho(last, asked.send)) return "open";
  if (more && description.isIn(more.prompt, last)) return "more";
  if (asked.until !== undefined && description.isIn(asked.until, last)) return "until";
  if (prompt !== undefined && description.isIn(prompt, last)) return "prompt";
  const questions = [login?.user, login?.password].filter((each) => each !== undefined);
  return questions.some((question) => description.isIn(question, last)) ? "login" : "open";
}

/** Without the echo of the command, pager's questions, lines that belong to nothing, and the prompt behind it. */
export function readAnswer(heard: string, asked: Asked, description: CompiledDescription): string {
  const { prompt, more } = description.content;
  const lines = clean(heard, description).split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first >= 0 && isEcho(lines[first] ?? "", asked.send)) lines.splice(0, first + 1);
  const kept = more ? lines.map((line) => dropPager(line, more.prompt, description)) : lines;
  const last = kept.findLastIndex((line) => line.trim() !== "");
  if (prompt !== undefined && last >= 0 && description.isIn(prompt, kept[last] ?? "")) kept.splice(last);
  return kept.join("\n").replace(/^\n+|\s+$/g, "");
}

/** The last line with something in it: a message that came by itself may stand behind a prompt. */
export function lastLine(text: string): string {
  const trimmed = text.replace(/[\n ]+$/, (end) => (end.startsWith(" ") ? " " : ""));
  return trimmed.slice(trimmed.lastIndexOf("\n") + 1);
}

/** As text, without escape sequences and without what comes by itself. */
export function clean(heard: string, description: CompiledDescription): string {
  const plain = removeKernelMessages(stripEscapes(heard).replace(/[\b\x7f]/g, ""));
  return description.content.noise.reduce((text, source) => description.remove(source, text), binaryToText(plain));
}

/** The command as the terminal shows it, also behind the prompt that it was typed at. */
function isEcho(line: string, command: string): boolean {
  const trimmed = line.trimEnd();
  return (
    command !== "" && (trimmed === command || (trimmed.endsWith(command) && trimmed.length - command.length <= 80))
  );
}

/** A pager wipes its question with blanks or backspaces, and the next line follows on the same one. */
function dropPager(line: string, question: string, description: CompiledDescription): string {
  return description.isIn(question, line) ? description.remove(question, line).replace(/^ {4,}/, "") : line;
}
