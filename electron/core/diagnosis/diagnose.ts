// Evidence from everywhere -> the causes, ranked, and the one question that would decide.
//
//   settings + findings, radio, clock  \
//   staged tests (terminal, PC)         -> evidence -> reason -> causes + verdict + deciding question -> advice per role
//   log causes, host codes, answers    /
//
// What flows in and out is data; nothing here asks anybody anything.
import { believe } from "./believe.ts";
import type { Diagnosis } from "./diagnosis.ts";
import type { Channel, Evidence } from "./evidence.ts";
import { clear, findDecidingQuestion } from "./find-check.ts";
import { signOfAnswer } from "./knowledge/questions.ts";
import { see } from "./read-settings.ts";
import { reason } from "./reason.ts";
import type { Stage } from "./stage.ts";

/** More than any terminal leaves; what comes after it is left out. */
const mostEvidence = 500;

export interface Answer {
  readonly question: string;
  readonly option: string;
}

export interface Known {
  readonly evidence: readonly Evidence[];
  /** Their outcomes are among the evidence; here they say how far everything passed. */
  readonly stages?: readonly Stage[];
  readonly answers: readonly Answer[];
  readonly channel: Channel | null;
  /** ISO 8601: when this was asked, which is the time of evidence that has none of its own. Null where nobody says. */
  readonly asked?: string | null;
}

/** Likelier than that a cause is worth naming. */
const worthNaming = 0.01;

export function diagnose({ evidence, answers, channel, stages = [], asked = null }: Known): Diagnosis {
  const all = listEvidence(evidence, answers).map((one) => (one.at === null ? { ...one, at: asked } : one));
  const reasoned = reason(all, channel);
  const [first] = reasoned.causes;
  const isUnknown = reasoned.conflict.length > 0 || first === undefined || reasoned.unknown > first.share;
  const question = findDecidingQuestion(reasoned, { answered: answers.map((answer) => answer.question), channel });
  return {
    causes: believe(reasoned.causes).filter(({ confidence }) => confidence >= worthNaming),
    verdict: isUnknown ? "unknown" : first.share >= clear ? "clear" : "open",
    hostAnswered: reasoned.hostAnswered,
    state: reasoned.conflict.length > 0 || (!isUnknown && first.share >= clear) ? null : nameState(stages),
    conflict: reasoned.conflict,
    question: question?.id ?? null,
    channel,
  };
}

/** With what a person answered, which is evidence too. */
export function listEvidence(evidence: readonly Evidence[], answers: readonly Answer[]): readonly Evidence[] {
  return [...evidence, ...answers.flatMap(readAnswer)].slice(0, mostEvidence);
}

/** How far everything passed; null where a stage failed or none was tried. */
function nameState(stages: readonly Stage[]): Diagnosis["state"] {
  const tried = stages.filter(({ from, outcome }) => from === "terminal" && outcome !== "skipped");
  const passed = tried.filter(({ outcome }) => outcome === "passed");
  if (passed.length === 0 || stages.some(({ outcome }) => outcome === "failed")) return null;
  if (passed.some(({ stage }) => stage === "tcp" || stage === "tls")) return "all-passed";
  return tried.some(({ stage }) => stage === "tcp" || stage === "tls") ? null : "no-host";
}

function readAnswer({ question, option }: Answer): readonly Evidence[] {
  const sign = signOfAnswer(question, option);
  return sign === null ? [] : [see(sign, "person", null)];
}
