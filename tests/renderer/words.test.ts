import { describe, expect, test } from "vitest";
import { failureTextsEn } from "../../electron/core/failures/texts/en.ts";
import { wordsEn as earlyEn } from "../../renderer/i18n/en/index.ts";
import { lateEn } from "../../renderer/i18n/en/late.ts";
import { type FailureWords, failureWordsEn } from "../../renderer/i18n/failures/en.ts";
import { failureWordsZhCn } from "../../renderer/i18n/failures/zh-cn.ts";
import { findSystemLanguage } from "../../renderer/i18n/language.ts";
import { createTranslate, isWordKey, type Word } from "../../renderer/i18n/translate.ts";
import { terms } from "../../renderer/features/help/terms.ts";
import { doctorWords, stateWords } from "../../renderer/features/connect/doctor-words.ts";
import "../../renderer/i18n/late-words.ts";
import { wordsZhCn as earlyZhCn } from "../../renderer/i18n/zh-cn/index.ts";
import { lateZhCn } from "../../renderer/i18n/zh-cn/late.ts";

const wordsEn = { ...earlyEn, ...lateEn };
const wordsZhCn = { ...earlyZhCn, ...lateZhCn };
const keys = Object.keys(wordsEn).filter((key) => isWordKey(key));

const textsEn = [...Object.values(wordsEn).flatMap(listForms), ...Object.values(failureWordsEn).flatMap(listTexts)];
const textsZhCn = [...Object.values(wordsZhCn), ...Object.values(failureWordsZhCn).flatMap(listTexts)];

function listTexts({ title, sentence, steps }: FailureWords): readonly string[] {
  return [title, sentence ?? "", ...steps];
}

/** A sentence, or one for each number. */
function listForms(word: Word): readonly string[] {
  return typeof word === "string" ? [word] : [word.one, word.other];
}

function findPlaces(word: Word): readonly string[] {
  return [...(listForms(word).at(-1) ?? "").matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).toSorted();
}

describe("the words of the window", () => {
  test("a sentence has the same places in both languages", () => {
    const differing = keys.filter((key) => findPlaces(wordsZhCn[key]).join() !== findPlaces(wordsEn[key]).join());
    expect(differing).toEqual([]);
  });

  test("Chinese has no half-width comma, colon or question mark after a Chinese character", () => {
    expect(textsZhCn.filter((text) => /\p{Script=Han}[,:;?!]/u.test(text))).toEqual([]);
  });

  test("Chinese has a space between a Chinese character and a Latin letter or digit", () => {
    expect(textsZhCn.filter((text) => /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test("no sentence shouts, and none speaks of command-line options", () => {
    expect(textsEn.filter((text) => /!|(?:^|\s)--\w/.test(text))).toEqual([]);
  });

  test("every failure that speaks of command-line options has a sentence of the window's own, in both languages", () => {
    const codes = Object.entries(failureTextsEn).flatMap(([code, text]) => (/--\w/.test(text) ? [code] : []));
    const own = Object.entries(failureWordsEn).flatMap(([code, words]) => (words.sentence === null ? [] : [code]));
    const ownZhCn = Object.entries(failureWordsZhCn).flatMap(([code, words]) =>
      words.sentence === null ? [] : [code],
    );
    expect(codes.filter((code) => !own.includes(code) || !ownZhCn.includes(code))).toEqual([]);
  });

  test("a value stands in its place", () => {
    expect(createTranslate("zh-CN")("settings.changes", { count: 2 })).toBe("要写入 2 项改动");
  });
});

describe("numbers", () => {
  test.each([
    [1, "1 entry"],
    [2, "2 entries"],
    [12_345, "12,345 entries"],
  ])("%d is said as English says it", (count, said) => {
    expect(createTranslate("en")("palette.found", { count })).toBe(said);
  });

  test("what is no number of things is not grouped into thousands below ten thousand", () => {
    expect(createTranslate("en")("palette.found", { count: 5000 })).toBe("5000 entries");
  });
});

describe("the system's language", () => {
  test.each([
    [["zh-Hans-CN", "en"], "zh-CN"],
    [["en-GB", "zh-CN"], "en"],
    [["de-DE", "zh-TW"], "zh-CN"],
    [["fr"], "en"],
    [[], "en"],
  ] as const)("%j is %s", (preferred, language) => {
    expect(findSystemLanguage(preferred)).toBe(language);
  });
});

test("what the terms mean is Chinese as it is written, and said in both languages", () => {
  const texts = Object.values(terms).flatMap(({ name, text }) => [name["zh-CN"], text["zh-CN"]]);
  expect(texts.filter((text) => /\p{Script=Han}[,:;?!A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text))).toEqual([]);
});

test("the doctor's words are Chinese as it is written", () => {
  const texts = [...Object.values(doctorWords), ...Object.values(stateWords)].map((text) => text["zh-CN"]);
  expect(texts.filter((text) => /\p{Script=Han}[,:;?!A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text))).toEqual([]);
});
