// What the rules say against a row, now that its terminal's own settings are known: in their words, for whoever corrects the row.
import { type Failure, makeFailure } from "../../core/failures/failure.ts";
import type { Language } from "../../core/failures/localized.ts";
import type { Finding } from "../../core/findings/finding.ts";

/** `wrong`: what would be wrong with the settings; its sentences end by themselves. */
export function refuseRow(place: number, wrong: readonly Pick<Finding, "rule" | "message">[]): Failure {
  const details = { place, rule: [...new Set(wrong.map(({ rule }) => rule))].join(", ") };
  const say = (language: Language, between: string): string => {
    const why = wrong.map(({ message }) => message[language]).join(between);
    return makeFailure("row-refused", { ...details, why }).message[language];
  };
  return { ...makeFailure("row-refused", details), message: { en: say("en", " "), "zh-CN": say("zh-CN", "") } };
}
