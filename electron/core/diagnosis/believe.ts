// What a cause's share of the whole is worth: of causes given a confidence of 0.8, four in five are right.
//
// Shares come out of weights that people set, so they are measured: the scenario set with evidence left out at random says how
// often a share was right, and the table below is that, made monotone, on tuning seeds. The order of causes stays as it is.
import type { RankedCause } from "./reason.ts";

export interface BelievedCause extends Omit<RankedCause, "share"> {
  readonly confidence: number;
}

/**
 * Share, confidence. Fitted by tests/core/diagnosis/scenarios/fit-confidence.ts on its tuning seeds; a test fits it again and
 * compares, another holds it against seeds that no fit has seen.
 */
export const measured: readonly (readonly [share: number, confidence: number])[] = [
  [0, 0],
  [0.003, 0.003],
  [0.03, 0.036],
  [0.078, 0.06],
  [0.121, 0.095],
  [0.176, 0.206],
  [0.243, 0.206],
  [0.353, 0.41],
  [0.457, 0.41],
  [0.549, 0.496],
  [0.619, 0.581],
  [0.651, 0.593],
  [0.681, 0.717],
  [0.7, 0.754],
  [0.738, 0.911],
  [0.902, 0.911],
  [0.972, 0.933],
  [0.997, 0.996],
  [1, 0.996],
];

/** The likeliest first, as they came. Together they are never more than certain. */
export function believe(causes: readonly RankedCause[]): readonly BelievedCause[] {
  let left = 1;
  return causes.map(({ share, ...cause }) => {
    const confidence = Math.min(left, readTable(share));
    left -= confidence;
    return { ...cause, confidence };
  });
}

function readTable(share: number): number {
  const at = measured.findIndex(([to]) => share <= to);
  const [[low, from], [high, to]] = [measured[Math.max(0, at - 1)] ?? [0, 0], measured[at] ?? [1, 1]];
  return high === low ? to : from + ((share - low) / (high - low)) * (to - from);
}
