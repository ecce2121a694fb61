import fc from "fast-check";
import { expect, test } from "vitest";
import { LineEnds, stripEscapes } from "../../../electron/core/frames/console-text.ts";

test("line ends come out the same in any chunking", () => {
  const text = fc
    .array(fc.constantFrom("\r", "\n", "\r\n", "a", "\r\r\n"), { maxLength: 20 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.array(fc.nat(4), { maxLength: 10 }), (whole, sizes) => {
      const ends = new LineEnds();
      let rest = whole;
      let out = "";
      for (const size of sizes) {
        out += ends.push(rest.slice(0, size));
        rest = rest.slice(size);
      }
      expect(out + ends.push(rest) + ends.push("$")).toBe(`${whole}$`.replaceAll("\r\n", "\n"));
    }),
  );
});

test.each([
  ["colours", "\x1b[1;32mroot@pos\x1b[0m:~# ", "root@pos:~# "],
  ["bracketed paste", "\x1b[?2004h$ ", "$ "],
  ["a cursor query", "/ # \x1b[6n", "/ # "],
  ["a window title", "\x1b]0;root@pos\x07# ", "# "],
  ["a window title that ends with ST", "\x1b]2;x\x1b\\# ", "# "],
  ["a character set", "\x1b(Blogin: ", "login: "],
  ["a keypad mode", "\x1b=\x1b>$ ", "$ "],
  ["a bell and carriage returns", "\r\x07$ \r", "$ "],
])("%s is no text", (_name, raw, plain) => {
  expect(stripEscapes(raw)).toBe(plain);
});

test("text without control characters stays as it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(stripEscapes(text)).toBe(text);
    }),
  );
});

test("a million unfinished escape sequences take no second", () => {
  const started = performance.now();
  stripEscapes("\x1b]0;".repeat(250_000));
  stripEscapes(`\x1b[${"0;".repeat(500_000)}`);
  expect(performance.now() - started).toBeLessThan(1000);
});
