import type { Localized } from "../../core/failures/localized.ts";
import type { CheckId } from "./check-id.ts";
import type { DoctorFacts } from "./facts.ts";
import type { SayingKey } from "./texts/en.ts";

export type CheckState = "ok" | "wrong" | "odd" | "unknown" | "not-needed";

/** What a check found: a saying of the texts, and the values that it quotes. */
export interface Verdict {
  readonly state: CheckState;
  readonly saying: SayingKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type Check = (facts: DoctorFacts) => Verdict;

export interface CheckResult {
  readonly id: CheckId;
  readonly state: CheckState;
  readonly title: Localized;
  readonly sentence: Localized;
  readonly steps: readonly Localized[];
}
