import type { Correction, Finding } from "../findings/finding.ts";
import { type Assignment, parseAssignment } from "../settings/assignment.ts";

/** Below this a correction is a guess, which a person has to make. */
export const sureEnough = 0.6;

interface ProposedCorrections {
  readonly assignments: readonly Assignment[];
  /** The corrections of findings that have none that is both best and sure enough, or whose best excludes another's. */
  readonly undecided: readonly Correction[];
}

/**
 * What `--fix` sets: for every error and warning its best correction, when it is the only best one and sure enough.
 * They are taken together in the order of `findings` (worst first); one that contradicts an earlier one is left.
 * `makePlan` judges the result as a whole.
 */
export function proposeCorrections(findings: readonly Finding[]): ProposedCorrections {
  const assignments: Assignment[] = [];
  const undecided: Correction[] = [];
  for (const { severity, corrections } of findings) {
    const [best, second] = corrections;
    if (severity === "info" || best === undefined) {
      continue;
    }
    const isBest = best.confidence >= sureEnough && (second === undefined || second.confidence < best.confidence);
    const set = isBest ? readAssignments(best) : [];
    if (isBest && set.every((wanted) => assignments.every((taken) => canStandBeside(wanted, taken)))) {
      assignments.push(...set.filter((wanted) => !assignments.some((taken) => isSameField(wanted, taken))));
    } else {
      undecided.push(...corrections.filter((one) => !undecided.some((known) => known.set.join() === one.set.join())));
    }
  }
  return { assignments, undecided };
}

function readAssignments(correction: Correction): readonly Assignment[] {
  return correction.set.flatMap((text) => {
    const parsed = parseAssignment(text);
    return parsed.ok ? [parsed.value] : [];
  });
}

function canStandBeside(wanted: Assignment, taken: Assignment): boolean {
  if (wanted.interface !== taken.interface) {
    return true;
  }
  if (isSameField(wanted, taken)) {
    return wanted.value === taken.value;
  }
  return wanted.value !== "dhcp" && taken.value !== "dhcp";
}

function isSameField(one: Assignment, other: Assignment): boolean {
  return one.interface === other.interface && one.field === other.field;
}
