// What the end of a connection says about the line: its rate, its pace.
import type { Verdict } from "../verdict.ts";
import type { DoctorFacts } from "../facts.ts";

const garbled: readonly string[] = ["line-garbled"];
const silent: readonly string[] = ["no-answer", "family-unknown", "not-a-shell"];
const damaged: readonly string[] = ["frame-corrupt", "timed-out"];

/** Readable text at a wrong rate is as good as impossible: garbage means the rate. */
export function checkSpeed({ asked }: DoctorFacts): Verdict {
  const failure = asked.failure ?? "";
  if (garbled.includes(failure)) return { state: "wrong", saying: "speed-garbled" };
  if (silent.includes(failure)) return { state: "unknown", saying: "speed-silent" };
  return { state: "not-needed", saying: "speed-untried" };
}

export function checkPace({ asked }: DoctorFacts): Verdict {
  const isDamaged = damaged.includes(asked.failure ?? "");
  return isDamaged ? { state: "odd", saying: "pace-damaged" } : { state: "not-needed", saying: "pace-untried" };
}
