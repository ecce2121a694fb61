// "Fix all": findings + their corrections -> the one set of assignments that leaves the least wrong, all of it at once.
//
// One after another would not do: two findings may ask for different values of one field, and only one of them settles
// both. So the corrections of an interface are tried in every combination (up to a limit), each judged by the rules on the
// settings as they would be. What ties, and what is a guess, is left to a person; what stays wrong is named.
import { check } from "../findings/check.ts";
import type { CheckContext } from "../findings/check-context.ts";
import type { Correction, Finding } from "../findings/finding.ts";
import { observeAll } from "../findings/observe.ts";
import { gatherFacts } from "../findings/terminal-facts.ts";
import { applyParsed } from "../settings/apply-assignments.ts";
import { type Assignment, parseAssignment, printAssignment } from "../settings/assignment.ts";
import type { NetworkSettings } from "../settings/network-settings.ts";

export interface Unsolved {
  readonly rule: string;
  readonly interface: string | null;
}

export interface Solution {
  readonly assignments: readonly Assignment[];
  /** Corrections that a person has to choose from. */
  readonly undecided: readonly Correction[];
  /** Errors and warnings that remain once the assignments are applied. */
  readonly unsolved: readonly Unsolved[];
}

/** Below this a correction is a guess, which a person has to make. */
const sureEnough = 0.6;

/** Combinations tried for one interface. */
const mostCombinations = 128;

const nothingElse: CheckContext = {};

/** `unwritable`: fields that this terminal cannot be given; corrections that need one stay with a person. */
export function solveTogether(
  settings: NetworkSettings,
  context: CheckContext = nothingElse,
  unwritable: readonly Assignment["field"][] = [],
): Solution {
  const findings = check(settings, context).filter(({ severity }) => severity !== "info");
  // What concerns the whole terminal comes last: what else changes does not wait for it.
  const names = [...new Set<string | null>([...findings.flatMap((finding) => finding.interface ?? []), null])];
  const assignments: Assignment[] = [];
  let now = settings;
  for (const name of names) {
    const own = findings.filter((finding) => finding.interface === name);
    const best = chooseBest(now, context, combine(own, unwritable));
    const applied = best.length === 0 ? null : applyParsed(now, best);
    if (applied?.ok) {
      now = applied.value;
      assignments.push(...best);
    }
  }
  const left = now === settings ? findings : check(now, context).filter(({ severity }) => severity !== "info");
  return {
    assignments,
    undecided: listUndecided(findings, left),
    unsolved: left.map(({ rule, interface: name }) => ({ rule, interface: name })),
  };
}

interface Combination {
  readonly assignments: readonly Assignment[];
  readonly confidence: number;
}

/** Every way to take at most one sure correction for each finding, without contradictions; the empty one comes first. */
function combine(findings: readonly Finding[], unwritable: readonly string[]): readonly Combination[] {
  let all: readonly Combination[] = [{ assignments: [], confidence: 0 }];
  for (const { corrections } of findings) {
    const sure = corrections.filter(({ confidence }) => confidence >= sureEnough);
    const more = sure.flatMap((correction) => {
      const set = readAssignments(correction);
      if (set.some(({ field }) => unwritable.includes(field))) return [];
      return all.flatMap((one) => extend(one, set, correction.confidence));
    });
    const known = new Set<string>();
    all = [...all, ...more].filter((one) => {
      const name = nameSet(one.assignments);
      return !known.has(name) && known.add(name);
    });
    if (all.length > mostCombinations) all = all.slice(0, mostCombinations);
  }
  return all;
}

function extend(one: Combination, set: readonly Assignment[], confidence: number): readonly Combination[] {
  if (!set.every((wanted) => one.assignments.every((taken) => canStandBeside(wanted, taken)))) {
    return [];
  }
  const added = set.filter((wanted) => !one.assignments.some((taken) => isSameField(wanted, taken)));
  return added.length === 0
    ? []
    : [{ assignments: [...one.assignments, ...added], confidence: one.confidence + confidence }];
}

/** The assignments that all of the best combinations share: where two are equally good, a person chooses. */
function chooseBest(
  settings: NetworkSettings,
  context: CheckContext,
  combinations: readonly Combination[],
): readonly Assignment[] {
  const scored = combinations.flatMap((combination) => {
    const score = weigh(settings, context, combination);
    return score === null ? [] : [{ combination, score }];
  });
  const best = scored.reduce<readonly number[] | null>(
    (least, { score }) => (least === null || compare(score, least) < 0 ? score : least),
    null,
  );
  const winners = scored.filter(({ score }) => best !== null && compare(score, best) === 0);
  const [first, ...others] = winners.map(({ combination }) => combination.assignments);
  return (first ?? []).filter((one) =>
    others.every((other) => other.some((wanted) => isSameField(one, wanted) && one.value === wanted.value)),
  );
}

/** Errors, warnings, fields that change, and how unsure it is; null when it cannot be applied. */
function weigh(
  settings: NetworkSettings,
  context: CheckContext,
  { assignments, confidence }: Combination,
): readonly number[] | null {
  const applied = applyParsed(settings, assignments);
  if (!applied.ok) {
    return null;
  }
  const seen = observeAll(gatherFacts(applied.value, context));
  const count = (level: string): number => seen.filter((one) => one.level === level).length;
  return [count("error"), count("warning"), assignments.length, -Math.round(confidence * 100)];
}

function compare(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

/** The corrections of findings that are still there, each once. */
function listUndecided(findings: readonly Finding[], left: readonly Finding[]): readonly Correction[] {
  const isLeft = (finding: Finding): boolean =>
    left.some((one) => one.rule === finding.rule && one.interface === finding.interface);
  const known = new Map<string, Correction>();
  for (const finding of findings.filter(isLeft)) {
    for (const correction of finding.corrections) known.set(correction.set.join(" "), correction);
  }
  return [...known.values()];
}

function readAssignments(correction: Correction): readonly Assignment[] {
  return correction.set.flatMap((text) => {
    const parsed = parseAssignment(text);
    return parsed.ok ? [parsed.value] : [];
  });
}

function nameSet(assignments: readonly Assignment[]): string {
  return assignments.map(printAssignment).toSorted().join(" ");
}

function canStandBeside(wanted: Assignment, taken: Assignment): boolean {
  return isSameField(wanted, taken) ? wanted.value === taken.value : wanted.value !== "dhcp" && taken.value !== "dhcp";
}

function isSameField(one: Assignment, other: Assignment): boolean {
  return one.interface === other.interface && one.field === other.field;
}
