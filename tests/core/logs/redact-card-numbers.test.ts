import fc from "fast-check";
import { expect, test } from "vitest";
import { redactCardNumbers } from "../../../electron/core/logs/redact-card-numbers.ts";
import { layOut, makeCardNumber, maskExpected, spoilCheckDigit } from "./card-numbers.ts";

const issuers: readonly (readonly [string, number])[] = [
  ["4", 13],
  ["4", 16],
  ["51", 16],
  ["2221", 16],
  ["34", 15],
  ["36", 14],
  ["3528", 16],
  ["6011", 16],
  ["62", 16],
  ["62", 17],
  ["62", 18],
  ["62", 19],
  ["81", 16],
  ["9", 16],
];
const card = fc
  .tuple(
    fc.constantFrom(...issuers),
    fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 19, maxLength: 19 }),
  )
  .map(([[start, length], draws]) => makeCardNumber(start, length, draws));

/** Text around a number that a terminal's log has, and that holds no digit next to it. */
const around = fc.constantFrom<readonly [string, string]>(
  ["", ""],
  ["pan=", ""],
  ["PAN:", ";exp"],
  ["[", "]"],
  ["<pan>", "</pan>"],
  ['"', '",'],
  [";", "="],
  ["卡号", "已读"],
  ["10:31:05 card ", " approved"],
  ["%B", "^LI/LEI"],
);

test("a card number keeps its first six and last four digits, wherever it stands", () => {
  fc.assert(
    fc.property(card, around, (number, [before, after]) => {
      expect(redactCardNumbers(`${before}${number}${after}`)).toEqual({
        text: `${before}${maskExpected(number)}${after}`,
        count: 1,
      });
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["blanks", [4, 4, 4, 4], " "],
  ["dashes", [4, 4, 4, 4], "-"],
  ["two blanks", [4, 4, 4, 4], "  "],
  ["non-breaking blanks", [4, 4, 4, 4], "\u00a0"],
  ["tabs", [4, 4, 4, 4], "\t"],
  ["a blank behind the issuer", [6], " "],
  ["a blank in the middle", [8], " "],
  ["blanks as on American cards", [4, 6], " "],
  ["blanks between bytes", [2, 2, 2, 2, 2, 2, 2, 2, 2], " "],
] as const)("a card number with %s between its groups is masked as one", (_name, groups, separator) => {
  fc.assert(
    fc.property(card, (number) => {
      const text = redactCardNumbers(`pan ${layOut(number, groups, separator)} ok`).text;
      expect(text.replace(/[^\d*]/g, "")).toBe(maskExpected(number));
    }),
    { numRuns: 300 },
  );
});

test("a card number with dots between its groups of four is masked as one", () => {
  fc.assert(
    fc.property(
      card.filter(({ length }) => length === 16),
      (number) => {
        const text = redactCardNumbers(layOut(number, [4, 4, 4], ".")).text;
        expect(text.replaceAll(".", "")).toBe(maskExpected(number));
      },
    ),
  );
});

const neighbour = fc.constantFrom(
  "1",
  "00",
  "12",
  "123",
  "2026",
  "2026-01-15",
  "10:31",
  "1500",
  "000123",
  "99 01",
  "5 of 6",
);

test("a short number beside a card number does not hide it", () => {
  fc.assert(
    fc.property(card, neighbour, fc.constantFrom("before", "behind", "both"), (number, other, side) => {
      const line = { before: `${other} ${number}`, behind: `${number} ${other}`, both: `${other} ${number} ${other}` }[
        side
      ];
      expect(redactCardNumbers(line).text).toBe(line.replace(number, maskExpected(number)));
    }),
    { numRuns: 2000 },
  );
});

test("a card number behind its own length, as messages lay it out, is masked", () => {
  fc.assert(
    fc.property(card, fc.constantFrom("", "02", "0200"), (number, start) => {
      const line = `field 2: ${start}${number.length}${number}`;
      expect(redactCardNumbers(line).text).toBe(line.replace(new RegExp(`${number}$`), maskExpected(number)));
    }),
    { numRuns: 1000 },
  );
});

test("a card number of 16 or 19 digits never stays whole in a longer run of digits", () => {
  const long = card.filter((number) => number.length === 16 || number.length === 19);
  const digits = fc.stringMatching(/^\d{4,40}$/);
  fc.assert(
    fc.property(digits, long, digits, (before, number, after) => {
      expect(redactCardNumbers(before + number + after).text).not.toContain(number);
    }),
    { numRuns: 1000 },
  );
});

test("a card number with its security code stuck to it is masked", () => {
  fc.assert(
    fc.property(
      card.filter((number) => number.length === 16),
      fc.stringMatching(/^\d{1,3}$/),
      (number, code) => {
        expect(redactCardNumbers(`x${number}${code}`).text).not.toContain(number);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ["a time stamp", "2026-01-15 10:31:05.123456"],
  ["a time stamp in one piece", "20260115103105"],
  ["a time stamp in one piece with milliseconds", "20260115103105123"],
  ["milliseconds since 1970", "1768473065123"],
  ["microseconds since 1970", "1768473065123456"],
  ["nanoseconds since 1970", "1768473065123456789"],
  ["a kernel's time stamp", "[   12.345678] usb 1-1: new device number 2"],
  ["a telephone number", "+86 138 1234 5678"],
  ["telephone numbers", "13812345678 13912345679 13712345670"],
  ["a MAC address", "02:00:00:00:00:01 and 0200.0000.0001"],
  ["an amount", "12,345,678,901,234.00"],
  ["addresses", "nameserver 223.5.5.5 223.6.6.6 192.168.100.200 192.168.100.201"],
  ["a column of numbers", "cpu  4705 356 584 3699 23 23 0 0 0 0 12 9000 77"],
  ["filler", "0000000000000000 9999999999999999"],
  ["twelve digits", "223456789012"],
])("%s stays", (_name, text) => {
  expect(redactCardNumbers(text)).toEqual({ text, count: 0 });
});

test("a number of a card's length whose check digit is wrong stays", () => {
  // Longer ones may hold a shorter number with a security code, or behind its length.
  const single = card.filter((number) => number.length <= 16 && !/^.{0,2}1[34]/.test(number));
  fc.assert(
    fc.property(single, (number) => {
      const other = spoilCheckDigit(number);
      expect(redactCardNumbers(`trace ${other}`).text).toBe(`trace ${other}`);
    }),
    { numRuns: 1000 },
  );
});

test("a megabyte of digits takes no ten seconds and stays as long as it was", () => {
  const digits = Array.from({ length: 1_000_000 }, (_, at) => String((at * 7 + (at >> 3)) % 10)).join("");
  const started = performance.now();
  expect([redactCardNumbers(digits).text.length, performance.now() - started < 10_000]).toEqual([1_000_000, true]);
});
