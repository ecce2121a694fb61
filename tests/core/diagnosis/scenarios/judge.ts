// Runs scenarios on seeds and says how often the right cause came first, what was taken for what, and how far a confidence
// can be believed.
import { reasonFrom } from "../../../../electron/app/diagnosis/reason-from.ts";
import { networkCauses } from "../../../../electron/core/diagnosis/reason.ts";
import { type Random, startRandom } from "./random.ts";
import type { Case, Label, Scenario } from "./scenario.ts";

type Diagnosed = ReturnType<typeof reasonFrom>;

export interface Judged {
  readonly name: string;
  readonly seed: number;
  readonly label: Label;
  /** The first cause, or the verdict that stands in for one. */
  readonly said: string;
  /** 1 for the first place; null when it was not named. */
  readonly place: number | null;
  readonly confidence: number;
  /** The host answered, and the shop is told to do something to its network. */
  readonly isMisled: boolean;
  readonly diagnosed: Diagnosed;
}

export function judgeAll(scenarios: readonly Scenario[], seeds: readonly number[]): readonly Judged[] {
  return scenarios.flatMap((scenario, at) => seeds.map((seed) => judge(scenario, seed, at)));
}

/** The same with part of what is known left out: what a confidence is worth shows where evidence is thin. */
export function judgeThinned(scenarios: readonly Scenario[], seeds: readonly number[]): readonly Judged[] {
  return judgeAll(thinned(scenarios), seeds);
}

export function thinned(scenarios: readonly Scenario[]): readonly Scenario[] {
  return scenarios
    .filter(({ label }) => label.startsWith("C"))
    .map((scenario): Scenario => ({ ...scenario, make: (random) => thin(scenario.make(random), random) }));
}

/** `at`: the scenario's place, so that two of them draw differently from one seed. */
export function makeCase({ make }: Scenario, seed: number, at: number): Case {
  return make(startRandom(seed * 1009 + at));
}

function thin(whole: Case, random: Random): Case {
  const seen = random.chance(0.5) ? whole.stages : whole.stages.slice(0, random.between(0, whole.stages.length));
  return {
    ...whole,
    settings: random.chance(0.6) ? whole.settings : null,
    stages: seen,
    lines: random.chance(0.5) ? whole.lines : [],
    answers: whole.answers.filter(() => random.chance(0.5)),
    codes: whole.codes.filter(() => random.chance(0.6)),
    channel: random.chance(0.6) ? whole.channel : null,
  };
}

function judge(scenario: Scenario, seed: number, at: number): Judged {
  const { name, label } = scenario;
  const diagnosed = reasonFrom(makeCase(scenario, seed, at));
  const [first] = diagnosed.causes;
  const said = label.startsWith("C") ? (first?.cause ?? "none") : nameVerdict(diagnosed);
  const found = diagnosed.causes.findIndex(({ cause }) => cause === label);
  const place = label.startsWith("C") ? (found < 0 ? null : found + 1) : said === label ? 1 : null;
  const isMisled = diagnosed.hostAnswered && diagnosed.advice.shop.some(({ cause }) => networkCauses.has(cause ?? ""));
  return { name, seed, label, said, place, confidence: first?.confidence ?? 0, isMisled, diagnosed };
}

function nameVerdict({ hostAnswered, verdict, state, causes }: Diagnosed): string {
  if (hostAnswered) return networkCauses.has(causes[0]?.cause ?? "") ? "network" : "answered";
  if (verdict !== "unknown") return causes[0]?.cause ?? "none";
  return state === "all-passed" ? "passed" : state === "no-host" ? "no-host" : "unknown";
}

export function shareFirst(judged: readonly Judged[]): number {
  return judged.filter(({ place }) => place === 1).length / judged.length;
}

/** Labels down, what was said across: only what happened is a column entry. */
export function printConfusion(judged: readonly Judged[]): string {
  const labels = [...new Set(judged.map(({ label }) => label))].toSorted();
  return labels
    .map((label) => {
      const those = judged.filter((one) => one.label === label);
      const said = [...new Set(those.map((one) => one.said))].toSorted((a, b) =>
        a === label ? -1 : b === label ? 1 : 0,
      );
      const cells = said.map((one) => `${one} ${those.filter((each) => each.said === one).length}`);
      return `${label.padEnd(9)}${String(those.length).padStart(4)}  ${cells.join("  ")}`;
    })
    .join("\n");
}

export interface Band {
  readonly from: number;
  readonly count: number;
  readonly meant: number;
  readonly right: number;
}

/** Of causes named with a confidence in a band, how many were right. */
export function readReliability(judged: readonly Judged[]): readonly Band[] {
  const named = judged
    .filter(({ label }) => label.startsWith("C"))
    .flatMap(({ label, diagnosed }) =>
      diagnosed.causes.map(({ cause, confidence }) => ({ confidence, isRight: cause === label })),
    );
  return [0, 0.1, 0.3, 0.5, 0.7, 0.9].map((from, at, all) => {
    const inBand = named.filter(({ confidence }) => confidence >= from && confidence < (all[at + 1] ?? 1.01));
    const count = inBand.length;
    const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / Math.max(1, count);
    return {
      from,
      count,
      meant: mean(inBand.map(({ confidence }) => confidence)),
      right: mean(inBand.map(({ isRight }) => (isRight ? 1 : 0))),
    };
  });
}

export function printReliability(bands: readonly Band[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`.padStart(6);
  return bands
    .map(
      ({ from, count, meant, right }) =>
        `from ${from.toFixed(1)} ${String(count).padStart(5)}  meant ${percent(meant)}  right ${percent(right)}`,
    )
    .join("\n");
}
