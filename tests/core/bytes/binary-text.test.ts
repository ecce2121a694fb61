import fc from "fast-check";
import { expect, test } from "vitest";
import { binaryToBytes, binaryToText, bytesToBinary, textToBinary } from "../../../electron/core/bytes/binary-text.ts";

test("any bytes survive as binary text", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000, size: "max" }), (bytes) => {
      expect(binaryToBytes(bytesToBinary(bytes))).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

test("any text survives as binary text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(binaryToText(textToBinary(text))).toBe(text);
    }),
  );
});

test("a byte that is no UTF-8 shows as a replacement character and spoils nothing else", () => {
  expect(binaryToText("a\xffb\xe7\xbd\x91")).toBe("a\ufffdb网");
});

test("a byte order mark of a file stays, so that the file can be compared byte for byte", () => {
  expect(textToBinary(binaryToText("\xef\xbb\xbfauto eth0"))).toBe("\xef\xbb\xbfauto eth0");
});
