import { expect, test } from "vitest";
import { explainResponseCode } from "../../../../electron/core/logs/knowledge/response-code.ts";
import { findMessage } from "../../../../electron/core/logs/iso8583/decode.ts";
import { makeCardNumber } from "../card-numbers.ts";
import { createDraws } from "../seeded-draws.ts";
import { packMessage } from "../test-messages.ts";

test("messages are taken apart by their bitmap, whatever numbers are in them", () => {
  const draws = createDraws(4);
  const strange = Array.from({ length: 2000 }, () => packMessage(draws, makeCardNumber("62", 19, []))).filter(
    ({ hex, pan }) => {
      const found = findMessage(hex);
      const number = found?.fields.find((field) => field.number === 2)?.text ?? "";
      return found === null || !hex.includes(found.tpdu ?? "?") || !number.startsWith(pan);
    },
  );
  expect(strange).toEqual([]);
});

test("an answer's response code is read", () => {
  // Type 0810 with fields 11, 39 and 41.
  const hex = `6000030000${"602200000000"}0810${"0020000002800000"}000123${"3931"}${"3132333435363738"}`;
  expect([findMessage(hex)?.type, findMessage(hex)?.responseCode, findMessage(hex)?.tpdu]).toEqual([
    "0810",
    "91",
    "6000030000",
  ]);
});

test.each([
  ["a digit too few", (hex: string) => hex.slice(0, -20)],
  ["a bitmap without fields", (hex: string) => hex.replace(/^(.{26}).{16}/, "$10000000000000000")],
  ["letters where digits belong", (hex: string) => hex.replace(/^(.{42}).{12}/, "$1abcdefabcdef")],
] as const)("no message is made of %s", (_name, spoil) => {
  const hex = `6000030000${"602200000000"}0200${"7020000000000000"}16${makeCardNumber("4", 16, [])}000000000000012800000123`;
  expect([findMessage(hex) === null, findMessage(spoil(hex))]).toEqual([false, null]);
});

test.each([
  ["91", false, ["C26"]],
  ["58", true, ["C24", null, "C23"]],
  ["22", true, ["C21", null, "C26"]],
  ["51", false, [null]],
] as const)("response code %s", (code, isAmbiguous, causes) => {
  const meaning = explainResponseCode(code);
  expect([meaning?.isAmbiguous, meaning?.readings.map(({ cause }) => cause)]).toEqual([isAmbiguous, causes]);
});

test("one generation's table is not ambiguous, and no table knows an unknown code", () => {
  expect([
    explainResponseCode("58", { generation: "older" })?.readings.map(({ cause }) => cause),
    explainResponseCode("ZZ"),
  ]).toEqual([["C24"], null]);
});
