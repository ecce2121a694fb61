import type { Failure } from "../../../electron/core/failures/failure.ts";
import type { Language } from "../../../electron/core/failures/localized.ts";
import { fillPlaces } from "../translate.ts";
import { failureWordsEn } from "./en.ts";
import { failureWordsZhCn } from "./zh-cn.ts";

export interface DescribedFailure {
  readonly title: string;
  readonly sentence: string;
  readonly steps: readonly string[];
}

/** By its code alone, as a register keeps it; a code of another version is all there is to say. */
export function nameFailure(code: string, language: Language): string {
  const words: Readonly<Record<string, Pick<DescribedFailure, "title">>> =
    language === "en" ? failureWordsEn : failureWordsZhCn;
  return Object.hasOwn(words, code) ? (words[code]?.title ?? code) : code;
}

export function describeFailure(failure: Failure, language: Language): DescribedFailure {
  const { title, sentence, steps } = (language === "en" ? failureWordsEn : failureWordsZhCn)[failure.code];
  return {
    title,
    sentence: sentence === null ? failure.message[language] : fillPlaces(sentence, failure.details),
    steps,
  };
}
