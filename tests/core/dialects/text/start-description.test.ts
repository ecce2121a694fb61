import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { textDescriptionSchema } from "../../../../electron/core/dialects/text/description.ts";
import { startDescription } from "../../../../electron/core/dialects/text/start-description.ts";

const line = { baudRate: 9600, parity: "even", dtr: false } as const;
const read = (text: string) => textDescriptionSchema.parse(parse(startDescription({ text, line })));

test("a banner, a prompt and the line's settings become the start of a description", () => {
  const { signs, prompt, line: kept } = read("\r\nACME SERIAL SERVER v2.4\r\nSN 12345678\r\nDS-200> ");
  expect([signs, prompt, kept]).toEqual([["ACME SERIAL SERVER v"], "^DS-200> ?$", line]);
});

test("a login prompt becomes the login, and no prompt is made up", () => {
  const { login, prompt } = read("\r\nACME\r\nDS-200 login: ");
  expect([login, prompt]).toEqual([{ user: "login: ?$", password: "(?i)password: ?$" }, undefined]);
});

test("long runs of digits are not quoted, because they may be a card's", () => {
  expect(startDescription({ text: "PAN 4000001234567899\r\n4000001234567899>", line })).not.toMatch(/\d{5}/);
});

test("whatever was heard, what is begun loads as it stands", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) }),
      (text) => {
        expect(read(text).family).toBe("text");
      },
    ),
  );
});
