import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeCode128 } from "../../../electron/core/provisioning/code128.ts";

const printable = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /^[\x20-\x7e]+$/.test(text));

test("every symbol is eleven modules wide, three bars and three spaces", () => {
  fc.assert(
    fc.property(printable, (text) => {
      const code = encodeCode128(text);
      const widths = code.ok ? code.value.widths : [];
      const symbols = Array.from({ length: (widths.length - 7) / 6 }, (_, at) => widths.slice(at * 6, at * 6 + 6));
      expect(new Set(symbols.map((symbol) => symbol.reduce((sum, width) => sum + width, 0)))).toEqual(new Set([11]));
    }),
  );
});

test("two texts have two barcodes", () => {
  fc.assert(
    fc.property(printable, printable, (one, other) => {
      const [first, second] = [encodeCode128(one), encodeCode128(other)];
      const isSame = first.ok && second.ok && first.value.widths.join("") === second.value.widths.join("");
      expect(isSame).toBe(one === other);
    }),
  );
});

test("a run of digits takes half the room", () => {
  const [digits, letters] = [encodeCode128("00012345678900"), encodeCode128("ABCDEFGHIJKLMN")];
  expect([digits.ok && digits.value.modules, letters.ok && letters.value.modules]).toEqual([
    11 * (1 + 7 + 1) + 13,
    11 * (1 + 14 + 1) + 13,
  ]);
});

test("a character that has no place in a barcode is named", () => {
  expect(encodeCode128("A店1")).toEqual({ ok: false, failure: "店" });
});
