import { expect, test } from "vitest";
import { textToBinary } from "../../../electron/core/bytes/binary-text.ts";
import { isGarbage, quoteHeard } from "../../../electron/core/dialects/heard-text.ts";

test.each([
  ["a wrong baud rate", "\x80\xf8\x00\x80\xfe\x1e\x98\x00\xf8", true],
  ["Chinese", textToBinary("终端正在启动，请稍候。"), false],
  ["colours", "\x1b[1;32mroot@pos\x1b[0m:~# ", false],
  ["a short burst", "\xff\xfe", false],
])("%s is garbage: %s", (_name, text, garbage) => {
  expect(isGarbage(text)).toBe(garbage);
});

test("what was heard is quoted as one short printable line without long numbers", () => {
  const heard = `banner\n\x1b[31mpan ${"9".repeat(16)} \x01${textToBinary("卡")}${"x".repeat(100)}`;
  expect(quoteHeard(heard)).toMatch(/^pan … 卡x{1,40}$/);
});
