// Stages, causes and advice as text for a person at a shell.
import type { Output } from "../contract/commands.ts";
import { questions } from "../core/diagnosis/knowledge/questions.ts";
import type { Stage } from "../core/diagnosis/stage.ts";
import { causes } from "../core/logs/knowledge/knowledge.ts";
import { fill, type Voice } from "./console-voice.ts";

/** Asked of a terminal, or reasoned from what somebody else asked it. */
type Diagnosed = Output<"diagnosis.reason">;

const marks = { passed: "✓", failed: "✗", unable: "?", skipped: "-" } as const;
/** Causes shown; JSON has more. */
const mostShown = 4;
const leastShown = 0.05;

export function printStage({ stage, from, outcome, target, ms, detail }: Stage, voice: Voice): string {
  const { diagnosis: words } = voice.words;
  const where = from === "pc" ? words.fromPc : "";
  const parts = [words.stages[stage], where, target ?? "", ms === null ? "" : `${Math.round(ms)} ms`, detail];
  return `${marks[outcome]} ${parts.filter((part) => part !== "").join(" · ")}`;
}

export function printDiagnosis(diagnosed: Diagnosed, voice: Voice): string {
  const { diagnosis: words } = voice.words;
  const shown = diagnosed.causes.filter(({ confidence }) => confidence >= leastShown).slice(0, mostShown);
  const question = questions.find(({ id }) => id === diagnosed.question);
  return [
    // Where every stage passed, the advice says so.
    ...(diagnosed.state === null || diagnosed.verdict !== "unknown" ? [words.verdicts[diagnosed.verdict]] : []),
    ...shown.flatMap((cause) => printCause(cause, voice)),
    ...(question === undefined
      ? []
      : [
          "",
          fill(words.ask, { question: voice.translate(question.text) }),
          ...question.options.map(({ id, text }) => `  --answer ${question.id}=${id}  ${voice.translate(text)}`),
        ]),
    "",
    ...diagnosed.advice.shop.map(({ text }, at) => `${at + 1}. ${voice.translate(text)}`),
    ...(diagnosed.advice.call === null ? [] : [words.calls[diagnosed.advice.call]]),
    ...(diagnosed.advice.corrections.length === 0 ? [] : [words.canFix]),
  ].join("\n");
}

function printCause(cause: Diagnosed["causes"][number], voice: Voice): readonly string[] {
  const name = causes.find(({ id }) => id === cause.cause)?.name;
  const percent = `${Math.round(cause.confidence * 100)} %`;
  const line = (mark: string, { says, quote }: Diagnosed["causes"][number]["for"][number]): string =>
    `  ${mark} ${voice.translate(says)}${quote === null ? "" : ` (${quote})`}`;
  return [
    "",
    `${cause.cause} ${name === undefined ? "" : voice.translate(name)}: ${percent}`,
    ...cause.for.map((one) => line("+", one)),
    ...cause.against.map((one) => line("-", one)),
  ];
}
