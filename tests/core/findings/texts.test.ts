import { expect, test } from "vitest";
import { findingTextsZhCn, verdictTextsZhCn } from "../../../electron/core/findings/texts/zh-cn.ts";
import { reasonsZhCn } from "../../../electron/core/findings/texts/zh-cn/reasons.ts";

const sentences = [
  ...Object.values(findingTextsZhCn).flatMap(({ message, why }) => [message, why]),
  ...Object.values(reasonsZhCn),
  ...Object.values(verdictTextsZhCn),
];

test("Chinese stands apart from Latin letters, digits and values by a space", () => {
  expect(sentences.filter((text) => /\p{Script=Han}[\w{]|[\w}]\p{Script=Han}/u.test(text))).toEqual([]);
});

test("Chinese sentences use full-width punctuation and end with a full stop", () => {
  expect(sentences.filter((text) => /[,;:!?()]|[^。]$/.test(text) || /！/.test(text))).toEqual([]);
});

test("what is wrong is said in one sentence", () => {
  expect(Object.values(findingTextsZhCn).filter(({ message }) => message.indexOf("。") !== message.length - 1)).toEqual(
    [],
  );
});
