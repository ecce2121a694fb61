// How often the right cause comes first, on variations of every labelled failure that no weight was found with.
import {
  judgeAll,
  judgeThinned,
  printConfusion,
  printReliability,
  readReliability,
  shareFirst,
} from "../core/diagnosis/scenarios/judge.ts";
import { scenarios, thinnedSeeds, unseenSeeds } from "../core/diagnosis/scenarios/registry.ts";
import type { BenchRow } from "./rows.ts";

/** Of a hundred. */
const wanted = 95;

export interface MeasuredDiagnosis {
  readonly row: BenchRow;
  /** The confusion table and how far confidences can be believed. */
  readonly tables: string;
}

export function measureDiagnosis(): MeasuredDiagnosis {
  const judged = judgeAll(scenarios, unseenSeeds);
  const right = shareFirst(judged) * 100;
  const inThree = judged.filter(({ place }) => place !== null && place <= 3).length;
  const misled = judged.filter(({ isMisled }) => isMisled).length;
  const thinned = readReliability(judgeThinned(scenarios, thinnedSeeds));
  return {
    row: {
      name: "diagnosis, right cause first",
      ours: right,
      peer: wanted,
      ratio: wanted / right,
      limit: 1,
      unit: "%",
      note: `${judged.length} cases of ${scenarios.length} failures, against what is wanted; ${inThree} in the first three, ${misled} misled`,
    },
    tables: [
      "Diagnosis on unseen seeds: the right cause, cases, and what was said of them",
      printConfusion(judged),
      "",
      "Confidence where evidence was left out at random: causes named, what was meant, what was right",
      printReliability(thinned),
      "",
    ].join("\n"),
  };
}
