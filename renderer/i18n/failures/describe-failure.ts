import type { Failure } from "../../../electron/core/failures/failure.ts";
import type { Language } from "../../../electron/core/failures/localized.ts";
import { fillPlaces } from "../translate.ts";
import { failureWordsEn } from "./en.ts";
import { putInWords } from "./system-reasons.ts";
import { failureWordsZhCn } from "./zh-cn.ts";

export interface DescribedFailure {
  readonly title: string;
  readonly sentence: string;
  readonly steps: readonly string[];
}

export function describeFailure(failure: Failure, language: Language): DescribedFailure {
  const { title, sentence, steps } = (language === "en" ? failureWordsEn : failureWordsZhCn)[failure.code];
  const said = sentence === null ? failure.message[language] : fillPlaces(sentence, failure.details);
  return { title, sentence: putInWords(said, language), steps };
}
