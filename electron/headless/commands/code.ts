// What a code means, in every table that has it. Nothing is asked of a terminal.
import { type CodeMeaning, lookUpCode } from "../../core/diagnosis/look-up-code.ts";
import type { Voice } from "../console-voice.ts";
import { exitStatus } from "../exit-status.ts";

const unknown = {
  en: "No table has this code. It may be the terminal's own: ask its vendor.",
  "zh-CN": "没有哪张表收录这个代码，可能是终端自己的代码，请咨询厂商。",
};

/** A code that no table has is a result too. */
export function showCode(text: string, voice: Voice): number {
  const meanings = lookUpCode(text);
  const printed =
    meanings.length === 0 ? voice.translate(unknown) : meanings.map((one) => print(one, voice)).join("\n");
  voice.show({ code: text, meanings }, printed);
  return exitStatus.done;
}

function print({ code, name, source, meaning, cause, causeName }: CodeMeaning, voice: Voice): string {
  const tied = cause === null || causeName === null ? "" : `\n  ${cause} ${voice.translate(causeName)}`;
  return `${code}  ${voice.translate(meaning)}\n  ${voice.translate(name)} (${source})${tied}`;
}
