// A diagnosis -> the one sentence that a shop owner can read aloud on the phone.
import type { Speech } from "../../i18n/speech.tsx";
import type { Reasoned } from "./guide.ts";

export function sayCause(reasoned: Reasoned, { say, tell }: Pick<Speech, "say" | "tell">): string {
  const { verdict, causes, names, conflict, hostAnswered, asked } = reasoned;
  const name = names[causes[0]?.cause ?? ""];
  if (conflict.length > 0) return say("why.conflict");
  if (hostAnswered && verdict !== "clear") return say("why.answered");
  if (verdict === "unknown" || name === undefined) return say("why.unknown");
  const cause = tell(name);
  if (verdict === "clear") return say("why.clear", { cause });
  return say(asked === null ? "why.unsure" : "why.open", { cause });
}

/** What was tried, so that nobody on the phone asks for it again. */
export function sayTried({ stages }: Reasoned, { say, language }: Pick<Speech, "say" | "language">): string {
  const isChinese = language === "zh-CN";
  const said = (["passed", "failed"] as const).flatMap((wanted) => {
    const names = stages.filter(({ outcome }) => outcome === wanted).map(({ stage }) => say(`why.stage-${stage}`));
    if (names.length === 0) return [];
    return [say(`why.script-${wanted}`, { stages: [...new Set(names)].join(isChinese ? "、" : ", ") })];
  });
  return said.length === 0 ? say("why.script-nothing") : said.join(isChinese ? "" : " ");
}

/** What is to be done, without the question, which has buttons of its own. */
export function listActions({ advice, asked }: Reasoned): Reasoned["advice"]["shop"] {
  return advice.shop.filter(({ text }) => text.en !== asked?.text.en);
}
