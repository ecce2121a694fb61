import fc from "fast-check";
import { expect, test } from "vitest";
import { binaryToBytes } from "../../../electron/core/bytes/binary-text.ts";
import { posixCksum } from "../../../electron/core/bytes/posix-cksum.ts";

// As GNU cksum prints them.
test.each([
  ["nothing", "", 4_294_967_295],
  ["a zero byte", "\0", 4_215_202_376],
  ["nine digits", "123456789", 930_766_865],
  ["256 bytes, whose length takes two octets", "a".repeat(256), 3_916_537_103],
  ["65536 bytes, whose length takes three octets", "\xff".repeat(65_536), 3_867_075_695],
])("the checksum of %s is what POSIX cksum prints", (_name, text, sum) => {
  expect(posixCksum(binaryToBytes(text))).toBe(sum);
});

test("one altered bit always alters the checksum", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), (bytes, position) => {
      const altered = Uint8Array.from(bytes);
      const at = position % bytes.length;
      altered[at] = (altered[at] ?? 0) ^ (1 << (position % 8));
      expect(posixCksum(altered)).not.toBe(posixCksum(bytes));
    }),
  );
});
