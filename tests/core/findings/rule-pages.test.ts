import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { printRules } from "../../../electron/core/findings/print-rules.ts";
import { rules } from "../../../electron/core/findings/rules/registry.ts";
import { findingTextsEn } from "../../../electron/core/findings/texts/en.ts";
import { findingTextsZhCn } from "../../../electron/core/findings/texts/zh-cn.ts";

const folder = resolve(import.meta.dirname, "../../../resources/knowledge");

test.each(["en", "zh-CN"] as const)(
  "the page of all rules in %s is what the rules say (else: npm run docs)",
  (language) => {
    expect(readFileSync(join(folder, `rules.${language}.md`), "utf8")).toBe(printRules(language));
  },
);

test("both languages have exactly the rules of the registry", () => {
  const ids = rules.map(({ id }) => id).toSorted();
  expect([Object.keys(findingTextsEn).toSorted(), Object.keys(findingTextsZhCn).toSorted()]).toEqual([ids, ids]);
});

test("both languages quote the same values", () => {
  const quoted = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].toSorted();
  const different = rules.filter(({ id }) => {
    const [en, zh] = [findingTextsEn[id], findingTextsZhCn[id]];
    return quoted(en.message).join() !== quoted(zh.message).join();
  });
  expect(different.map(({ id }) => id)).toEqual([]);
});
