import { describe, expect, test } from "vitest";
import { failureTextsEn } from "../../electron/core/failures/texts/en.ts";
import { wordsEn as earlyEn } from "../../renderer/i18n/en/index.ts";
import { historyEn } from "../../renderer/i18n/en/history.ts";
import { logsEn } from "../../renderer/i18n/en/logs.ts";
import { viewerEn } from "../../renderer/i18n/en/viewer.ts";
import { type FailureWords, failureWordsEn } from "../../renderer/i18n/failures/en.ts";
import { failureWordsZhCn } from "../../renderer/i18n/failures/zh-cn.ts";
import { findSystemLanguage } from "../../renderer/i18n/language.ts";
import { createTranslate, isWordKey } from "../../renderer/i18n/translate.ts";
import "../../renderer/i18n/late-words.ts";
import "../../renderer/i18n/viewer-words.ts";
import { historyZhCn } from "../../renderer/i18n/zh-cn/history.ts";
import { wordsZhCn as earlyZhCn } from "../../renderer/i18n/zh-cn/index.ts";
import { logsZhCn } from "../../renderer/i18n/zh-cn/logs.ts";
import { viewerZhCn } from "../../renderer/i18n/zh-cn/viewer.ts";

const wordsEn = { ...earlyEn, ...historyEn, ...logsEn, ...viewerEn };
const wordsZhCn = { ...earlyZhCn, ...historyZhCn, ...logsZhCn, ...viewerZhCn };
const keys = Object.keys(wordsEn).filter((key) => isWordKey(key));

const textsEn = [...Object.values(wordsEn), ...Object.values(failureWordsEn).flatMap(listTexts)];
const textsZhCn = [...Object.values(wordsZhCn), ...Object.values(failureWordsZhCn).flatMap(listTexts)];

function listTexts({ title, sentence, steps }: FailureWords): readonly string[] {
  return [title, sentence ?? "", ...steps];
}

function findPlaces(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).toSorted();
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
