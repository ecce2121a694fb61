// Nothing secret is shown, in whatever pieces and with whatever pauses a console says it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StreamRedactor } from "../../../../electron/core/logs/redaction/stream-redactor.ts";
import { makeCardNumber } from "../card-numbers.ts";

/** What is shown of a text that comes in these pieces, with a pause behind each. */
function show(pieces: readonly string[], pauses: boolean): string {
  const redactor = new StreamRedactor();
  let out = "";
  for (const piece of pieces) {
    out += redactor.push(piece);
    if (pauses) out += redactor.rest(false);
  }
  return out + redactor.end();
}

function cut(text: string, sizes: readonly number[]): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
const draws = fc.array(fc.double({ min: 0, max: 0.99, noNaN: true }), { minLength: 20, maxLength: 20 });
const layouts = fc.constantFrom<(number: string) => string>(
  (number) => `pan=${number}`,
  (number) => `card ${number.replace(/(.{4})(?=.)/g, "$1 ")} ok`,
  (number) => `\x1b[1m${number.slice(0, 8)}\x1b[0m${number.slice(8)}`,
  (number) => `${number.slice(0, 9)}7\b${number.slice(9)}`,
  (number) => `;${number}=29122010000000000000?`,
);

/** Digits as a person sees them: without escape sequences, backspaces applied. */
function readDigits(shown: string): string {
  let seen = "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
  for (const one of shown.replace(/\x1b\[[\d;]*m/g, "")) seen = one === "\b" ? seen.slice(0, -1) : seen + one;
  return seen.replace(/[ -]/g, "");
}

describe("what a console says", () => {
  test("a card number is never shown, however it comes", () => {
    fc.assert(
      fc.property(draws, layouts, sizes, fc.boolean(), (drawn, layOut, all, pauses) => {
        const number = makeCardNumber("622588", 16, drawn);
        const shown = show(cut(`sale\r\n${layOut(number)}\r\ndone\r\n`, all), pauses);
        const seen = readDigits(shown);
        expect(seen.includes(number) || seen.includes(number.slice(0, 13))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("what holds nothing secret comes through as it is, in any pieces", () => {
    const word = fc.constantFrom(
      "ls",
      "-la",
      "/etc",
      "root@pos:~#",
      "eth0",
      "192.168.1.5",
      "up",
      "\x1b[32mok\x1b[0m",
      "2026-11-22",
    );
    const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
    const text = fc.array(line, { maxLength: 5 }).map((lines) => lines.join("\r\n"));
    fc.assert(
      fc.property(text, sizes, fc.boolean(), (said, all, pauses) => {
        expect(show(cut(said, all), pauses)).toBe(said);
      }),
      { numRuns: 500 },
    );
  });

  test("a prompt without a line end is shown as soon as the line rests", () => {
    const redactor = new StreamRedactor();
    expect(redactor.push("\r\nPassword: ") + redactor.rest(false)).toBe("\r\nPassword: ");
  });

  test("of what is echoed digit by digit six are shown until the number ends", () => {
    const redactor = new StreamRedactor();
    let out = "";
    for (const digit of "12345678") out += redactor.push(digit) + redactor.rest(false);
    expect([out, out + redactor.push("\r\n")]).toEqual(["123456", "12345678\r\n"]);
  });

  test("a key that is named is not shown", () => {
    const shown = show(cut("tmk=0123456789ABCDEFFEDCBA9876543210\r\n", [5]), true);
    expect(shown).not.toMatch(/89ABCDEF|FEDCBA98/);
  });

  test("a flood without a line end keeps a bounded amount", () => {
    const redactor = new StreamRedactor();
    const piece = "password=x".repeat(1000);
    let kept = 0;
    for (let turn = 0; turn < 50; turn++) kept += piece.length - redactor.push(piece).length;
    expect(kept).toBeLessThan(20_000);
  });

  test("a quarter of a mebibyte of log is masked in less than a second", () => {
    const line = "2026-11-22 21:00:00 pos[123]: connect 192.168.1.1:443 failed: timed out\r\n";
    const redactor = new StreamRedactor();
    const start = performance.now();
    for (let said = 0; said < 256 * 1024; said += line.length) redactor.push(line);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
