// How often a share was right on tuning seeds -> the table of believe.ts. Run by itself it prints the table:
//
//   node tests/core/diagnosis/scenarios/fit-confidence.ts
//
//   shares of all causes named, thinned -> bands -> share right in each -> never falling (pool adjacent violators) -> knots
import { gatherEvidence } from "../../../../electron/app/diagnosis/gather-evidence.ts";
import { listEvidence } from "../../../../electron/core/diagnosis/diagnose.ts";
import { reason } from "../../../../electron/core/diagnosis/reason.ts";
import { makeCase, thinned } from "./judge.ts";
import { scenarios, tuningSeeds } from "./registry.ts";

const edges = [
  0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.58, 0.64, 0.67, 0.69, 0.71, 0.76, 0.85, 0.95, 0.99, 1.01,
] as const;

interface Band {
  /** The mean shares of the lowest and the highest band that it was pooled of. */
  readonly low: number;
  readonly high: number;
  readonly right: number;
  readonly count: number;
}

type Knot = readonly [share: number, confidence: number];

export function fitConfidence(): readonly Knot[] {
  const named = thinned(scenarios).flatMap((scenario, at) =>
    tuningSeeds.flatMap((seed) => {
      const known = makeCase(scenario, seed, at);
      const { evidence, channel } = gatherEvidence(known);
      const { causes } = reason(listEvidence(evidence, known.answers), channel);
      return causes.map(({ cause, share }) => ({ share, isRight: cause === scenario.label }));
    }),
  );
  const bands = edges.flatMap((to, at) => {
    const those = named.filter(({ share }) => share >= (edges[at - 1] ?? 0) && share < to);
    return those.length === 0 ? [] : [sumUp(those)];
  });
  const knots = poolViolators(bands).flatMap(({ low, high, right }): readonly Knot[] =>
    [...new Set([round(low), round(high)])].map((share) => [share, round(right)]),
  );
  return [[0, 0], ...knots, [1, Math.max(knots.at(-1)?.[1] ?? 1, 0.99)]];
}

function sumUp(those: readonly { readonly share: number; readonly isRight: boolean }[]): Band {
  const count = those.length;
  const share = those.reduce((sum, one) => sum + one.share, 0) / count;
  return {
    count,
    low: share,
    high: share,
    right: those.filter(({ isRight }) => isRight).length / count,
  };
}

function poolViolators(bands: readonly Band[]): readonly Band[] {
  const pooled: Band[] = [];
  for (const band of bands) {
    let last = band;
    for (let before = pooled.at(-1); before !== undefined && before.right > last.right; before = pooled.at(-1)) {
      pooled.pop();
      last = join(before, last);
    }
    pooled.push(last);
  }
  return pooled;
}

function join(one: Band, other: Band): Band {
  const count = one.count + other.count;
  const right = (one.right * one.count + other.right * other.count) / count;
  return { count, low: one.low, high: other.high, right };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

if (import.meta.main) for (const knot of fitConfidence()) process.stdout.write(`  [${knot.join(", ")}],\n`);
