// Evidence from everywhere -> the causes, ranked, and the one question that would decide.
//
//   settings + findings, radio, clock  \
//   staged tests (terminal, PC)         -> evidence -> reason -> causes + verdict + deciding question -> advice per role
//   log causes, host codes, answers    /
//
// What flows in and out is data; nothing here asks anybody anything.
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
}

/** Likelier than that a cause is worth naming. */
const worthNaming = 0.01;

export function diagnose({ evidence, answers, channel, stages = [] }: Known): Diagnosis {
  const all = [...evidence, ...answers.flatMap(readAnswer)].slice(0, mostEvidence);
  const reasoned = reason(all, channel);
  const named = reasoned.causes.filter((each) => each.confidence >= worthNaming);
  const [first] = named;
  const isUnknown = reasoned.conflict.length > 0 || first === undefined || reasoned.unknown > first.confidence;
  const question = findDecidingQuestion(reasoned, { answered: answers.map((answer) => answer.question), channel });
  return {
    causes: named,
    verdict: isUnknown ? "unknown" : first.confidence >= clear ? "clear" : "open",
    hostAnswered: reasoned.hostAnswered,
    state: reasoned.conflict.length > 0 || (!isUnknown && first.confidence >= clear) ? null : nameState(stages),
    conflict: reasoned.conflict,
    question: question?.id ?? null,
    channel,
  };
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
