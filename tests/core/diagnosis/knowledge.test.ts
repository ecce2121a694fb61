import { expect, test } from "vitest";
import { adviceByCause } from "../../../electron/core/diagnosis/knowledge/advice.ts";
import { questions, signOfAnswer } from "../../../electron/core/diagnosis/knowledge/questions.ts";
import { ruleCauses } from "../../../electron/core/diagnosis/knowledge/rule-causes.ts";
import { causeIds, signs } from "../../../electron/core/diagnosis/knowledge/signs.ts";
import { rules } from "../../../electron/core/findings/rules/registry.ts";
import { causes, responseTables } from "../../../electron/core/logs/knowledge/knowledge.ts";

test("every rule says which cause it speaks for, or none", () => {
  expect([...ruleCauses.keys()].toSorted()).toEqual(rules.map(({ id }) => id as string).toSorted());
});

test("every cause has a name and advice for all three people", () => {
  expect(causes.map(({ id }) => id)).toEqual(causeIds);
  expect([...adviceByCause.keys()]).toEqual(causeIds);
});

test("something can speak for every cause", () => {
  const spoken = new Set([
    ...[...signs.values()].flatMap((sign) => Object.keys(sign.for)),
    ...ruleCauses.values(),
    ...responseTables.flatMap(({ codes }) => codes.map(({ cause }) => cause)),
  ]);
  expect(causeIds.filter((cause) => !spoken.has(cause))).toEqual([]);
});

test("every answer is a sign, or says that the person does not know", () => {
  const silent = questions.flatMap(({ id, options }) =>
    options.filter((option) => signOfAnswer(id, option.id) === null).map((option) => `${id}.${option.id}`),
  );
  const neutral = ["unknown", "tone", "stays", "fine"];
  expect(silent.filter((name) => !neutral.some((word) => name.endsWith(`.${word}`)))).toEqual([]);
});

test("every sign of an answer belongs to an option of a question", () => {
  const offered = new Set(questions.flatMap(({ id, options }) => options.map((option) => `answer.${id}.${option.id}`)));
  expect([...signs.keys()].filter((sign) => sign.startsWith("answer.") && !offered.has(sign))).toEqual([]);
});
