// candidates of a rule -> the corrections that are offered: each one applied to the settings in thought and judged by
// the same rules again. It stays when its finding is gone and no error is new; what evidence clearly outdoes is dropped.
import { applyAssignments } from "../settings/apply-assignments.ts";
import { printAssignment } from "../settings/assignment.ts";
import { fillText } from "./fill-text.ts";
import type { Correction } from "./finding.ts";
import { nameObserved, type Observed, observeSettings } from "./observe.ts";
import type { Candidate } from "./rule.ts";
import type { TerminalFacts } from "./terminal-facts.ts";
import { reasonsEn } from "./texts/en.ts";
import { reasonsZhCn } from "./texts/zh-cn.ts";

/** How much better the best one must be for another not to be worth showing. */
const outdone = 0.2;

/** Best first; equal confidences keep the rule's order. */
export function offerCorrections(
  terminal: TerminalFacts,
  observed: Observed,
  everything: readonly Observed[],
): readonly Correction[] {
  const candidates = observed.rule.propose?.(terminal, observed) ?? [];
  const proven = candidates.filter((candidate) => isProven(terminal, candidate, { observed, everything }));
  const best = Math.max(...proven.map((candidate) => candidate.confidence));
  return proven
    .filter((candidate) => candidate.confidence > best - outdone)
    .toSorted((one, other) => other.confidence - one.confidence)
    .map(({ set, confidence, reason, values }) => ({
      set: set.map(printAssignment),
      confidence,
      reason: {
        en: fillText(reasonsEn[reason], values, "en"),
        "zh-CN": fillText(reasonsZhCn[reason], values, "zh-CN"),
      },
    }));
}

function isProven(
  terminal: TerminalFacts,
  candidate: Candidate,
  before: { readonly observed: Observed; readonly everything: readonly Observed[] },
): boolean {
  const after = applyAssignments(terminal.settings, candidate.set);
  if (!after.ok) {
    return false;
  }
  const errorsBefore = new Set(before.everything.filter((one) => one.severity === "error").map(nameObserved));
  return observeSettings(after.value, terminal.context).every(
    (one) =>
      nameObserved(one) !== nameObserved(before.observed) &&
      (one.severity !== "error" || errorsBefore.has(nameObserved(one))),
  );
}
