import fc from "fast-check";
import { expect, test } from "vitest";
import { TypedLines } from "../../../electron/core/dialects/typed-lines.ts";

/** What stops the text, typed in these pieces. */
function type(...pieces: readonly string[]): string | null {
  const typed = new TypedLines();
  return pieces.map((piece) => typed.take(piece)).find((found) => found !== null) ?? null;
}

test.each([
  ["at once", ["disableme:\r"]],
  ["key by key", Array.from("disableme:")],
  ["with a correction", ["disablx\x7fem", "e:"]],
  ["behind a line that was thrown away", ["ls\x15disableme:"]],
  ["with a word taken back", ["disable", " foo", "\x17\x7fme:"]],
])("what switches a bridge off is stopped when it is typed %s", (_name, pieces) => {
  expect(type(...pieces)).toBe("disableme:");
});

test.each([
  ["as text", `echo 0200${"7020048000C00000"}`, "ISO 8583"],
  ["as a cash register frames it", "\x02V0100100\x03", "STX … ETX"],
])("a payment message %s is stopped", (_name, text, found) => {
  expect(type(text)).toBe(found);
});

test.each([
  ["key by key", Array.from("AT+CPIN=4711")],
  ["in small letters, with blanks", ["at + cpin = 4711"]],
  ["behind another command", ['AT+CMEE=2;+CPIN="4711"']],
  ["with a control character that a modem overlooks", ["AT+CP\x15IN=4711"]],
  ["with a correction", ["AT+CPO\bIN=4711"]],
  ["for the second PIN", ["AT+CPIN2=4711"]],
  ["as the lock of the card", ['AT+CLCK="SC",0,"4711"']],
  ["as a change", ['AT+CPWD="SC","4711","0000"']],
  ["as a dialled code", ["ATD**04*4711*0000*0000#"]],
  ["as the card's own bytes", ['AT+CSIM=26,"0020000108']],
])("a SIM card's PIN is stopped when it is typed %s", (_name, pieces) => {
  expect(type(...pieces)).toBe("AT+CPIN");
});

test("asking whether a PIN is wanted is typed", () => {
  expect(type(...Array.from('AT+CPIN?\rAT+CPIN=?\rAT+CLCK="SC",2\r'))).toBeNull();
});

test("what is refused does not count as typed", () => {
  const typed = new TypedLines();
  typed.take("disableme");
  expect([typed.take(":"), typed.take("\x7f"), typed.take("e\r")]).toEqual(["disableme:", null, null]);
});

test("ordinary commands are typed, key by key and pasted", () => {
  const word = fc.stringMatching(/^[a-z/.| -]{0,20}$/);
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(type(...words.map((each) => `${each}\r`))).toBeNull();
    }),
  );
});
