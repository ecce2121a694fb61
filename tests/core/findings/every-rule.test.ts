// Every rule of the registry on a terminal that has its mistake and nothing else, and on one that only looks like it.
// The tables have a case for each rule, or they do not compile.
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type RuleId, rules } from "../../../electron/core/findings/rules/registry.ts";
import { ipv4Cases } from "./rule-cases/ipv4-cases.ts";
import { otherCases } from "./rule-cases/other-cases.ts";
import { checkSample, type RuleCase } from "./rule-cases/rule-case.ts";
import { siteCases } from "./rule-cases/site-cases.ts";

const cases: Readonly<Record<RuleId, RuleCase>> = { ...ipv4Cases, ...otherCases, ...siteCases };
const folder = resolve(import.meta.dirname, "../../../electron/core/findings/rules");

const table = rules.map(({ id, severity }) => [id, { all: [`${severity} ${id}`], ...cases[id] }] as const);

describe.each(table)("%s", (id, { tells, silent, all }) => {
  test(`tells of ${tells[0]}`, () => {
    expect(checkSample(tells[1]).map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(all);
  });

  test(`is silent about ${silent[0]}`, () => {
    expect(checkSample(silent[1]).filter(({ rule }) => rule === id)).toEqual([]);
  });

  test("has a sentence, a reason and a technician's line in both languages, and values", () => {
    const told = checkSample(tells[1])[0];
    const texts = [told?.message, told?.why, told?.technical].flatMap((text) => [
      text?.en ?? "",
      text?.["zh-CN"] ?? "",
    ]);
    expect(texts.filter((text) => text.length < 6 || /[{}]|undefined/.test(text))).toEqual([]);
    expect(Object.keys(told?.evidence ?? {}).length).toBeGreaterThan(0);
  });
});

test("every rule has a file of its own", () => {
  const files = readdirSync(folder).filter((name) => name !== "registry.ts");
  expect([files.length, existsSync(resolve(folder, "registry.ts"))]).toEqual([rules.length, true]);
});

test("no code of a program stands in a Chinese sentence", () => {
  const told = rules.flatMap(({ id }) => checkSample(cases[id].tells[1]));
  const codes = told.flatMap(({ message, why, technical }) =>
    [message, why, technical].filter((text) =>
      /(?:问题|安全方式|运营商)[：（][a-z]+-[a-z]+/.test(text?.["zh-CN"] ?? ""),
    ),
  );
  expect(codes).toEqual([]);
});
