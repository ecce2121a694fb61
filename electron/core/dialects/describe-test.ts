// A result of a test as a sentence in both languages: what was tested, by whom, and what was heard.
import type { Language, Localized } from "../failures/localized.ts";
import type { TestResult } from "./terminal-test.ts";
import { testTextsEn } from "./test-texts/en.ts";
import { testTextsZhCn } from "./test-texts/zh-cn.ts";

type TextKey = keyof typeof testTextsEn;

const own: Localized = { en: "its own", "zh-CN": "终端自己的" };

export function describeTest({ test, reason, outcome }: TestResult): Localized {
  const key = `${test.kind}.${reason}`;
  // Every reason that a probe gives has a text; another dialect's still says whether it worked.
  const known: TextKey = isKey(key) ? key : `${test.kind}.${outcome === "passed" ? "ok" : "no-tool"}`;
  const say = (language: Language, text: string): string => {
    const values: Readonly<Record<string, string | number | null>> = test;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      name === "server" ? String(values[name] ?? own[language]) : String(values[name] ?? whole),
    );
  };
  return { en: say("en", testTextsEn[known]), "zh-CN": say("zh-CN", testTextsZhCn[known]) };
}

function isKey(key: string): key is TextKey {
  return Object.hasOwn(testTextsEn, key);
}
