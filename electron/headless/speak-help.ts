// Help, and what is wrong with a command, in the language of the person. The library knows English.
import type { Command, HelpConfiguration, Option } from "@commander-js/extra-typings";
import type { Language } from "../core/failures/localized.ts";
import { choicesZhCn, complaintsZhCn, helpZhCn, suggestionZhCn } from "./words/help-zh-cn.ts";

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const closing = /[，。、；：？！）》」]/;

export function speakHelp(language: Language): HelpConfiguration {
  const tell = (text: string): string => (language === "en" ? text : (helpZhCn[text] ?? text));
  return {
    styleTitle: tell,
    commandDescription: (command: Command) => tell(command.description()),
    subcommandDescription: (command: Command) => tell(command.description()),
    argumentDescription: ({ description }) => tell(description),
    optionDescription: (option) => describe(option, tell(option.description), language),
    displayWidth: measure,
    boxWrap: (text, width) => wrap(text, width),
  };
}

/** One sentence of what is wrong, and where to read on. */
export function speakComplaint(text: string, language: Language): string {
  const hint = language === "en" ? "counterpart --help tells more." : "用法见 counterpart --help。";
  return `${language === "en" ? text.trimEnd() : translate(text)}\n${hint}\n`;
}

function translate(text: string): string {
  const found = complaintsZhCn.find(([form]) => form.test(text));
  if (found === undefined) return text.trimEnd();
  const [, suggested] = /\(Did you mean (?:one of )?(.*)\?\)/.exec(text) ?? [];
  const [, allowed] = /Allowed choices are (.*?)\.?\s*$/.exec(text) ?? [];
  return [
    fill(found[1], found[0].exec(text) ?? []),
    ...(suggested === undefined ? [] : [fill(suggestionZhCn, ["", suggested])]),
    ...(allowed === undefined ? [] : [fill(choicesZhCn, ["", allowed.replaceAll(", ", "、")])]),
  ].join("");
}

function fill(template: string, parts: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (_whole, at: string) => parts[Number(at)] ?? "");
}

/** What nobody has to be told is left out: switches are off, and lists are empty, until they are given. */
function describe({ argChoices, defaultValue }: Option, text: string, language: Language): string {
  const value: unknown = defaultValue;
  const shown = typeof value === "number" || (typeof value === "string" && value !== "") ? [`${value}`] : [];
  const notes = [
    ...(argChoices === undefined ? [] : [argChoices.join(language === "en" ? ", " : "、")]),
    ...shown.map((each) => `${language === "en" ? "default" : "默认"} ${each}`),
  ];
  if (notes.length === 0) return text;
  return language === "en" ? `${text} (${notes.join("; ")})` : `${text}（${notes.join("；")}）`;
}

/** Columns of a shell: a Chinese character takes two. */
function measure(text: string): number {
  return Array.from(text).reduce((columns, character) => columns + (wide.test(character) ? 2 : 1), 0);
}

/** Breaks at blanks, and between Chinese characters, where no line may begin with a closing sign. */
function wrap(text: string, width: number): string {
  if (width < 40) return text;
  const pieces =
    text.match(
      /[^\S\n]*(?:[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]+)|\n/g,
    ) ?? [];
  const lines = [""];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? "";
    const isOver = measure(line) + measure(piece) > width && !closing.test(piece);
    if (piece === "\n") lines.push("");
    else if (isOver && line !== "") lines.push(piece.trimStart());
    else lines[lines.length - 1] = line + piece;
  }
  return lines.join("\n");
}
