import { expect, test } from "vitest";
import { failureSchema } from "../../electron/contract/failures.ts";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { failureTextsEn } from "../../electron/core/failures/texts/en.ts";
import { failureTextsZhCn } from "../../electron/core/failures/texts/zh-cn.ts";

const codes = Object.keys(failureTextsEn) as (keyof typeof failureTextsEn)[];

test.each(codes)("the failure %s comes through the contract as it is", (code) => {
  const failure = makeFailure(code, { port: "/dev/ttyUSB0", user: null, seconds: 5 });
  expect(failureSchema.parse(JSON.parse(JSON.stringify(failure)))).toEqual(failure);
});

test.each(codes)("the failure %s quotes the same values in both languages", (code) => {
  const names = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
  expect(names(failureTextsZhCn[code])).toEqual(names(failureTextsEn[code]));
});

test("a code that nobody knows is no failure of ours", () => {
  expect(failureSchema.safeParse({ code: "toString", message: { en: "", "zh-CN": "" }, details: {} }).success).toBe(
    false,
  );
});

test("a value that quotes another value's name is not filled again", () => {
  expect(makeFailure("port-unusable", { port: "{reason}", reason: "x" }).message.en).toBe(
    "The port {reason} could not be opened: x.",
  );
});
