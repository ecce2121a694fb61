import fc from "fast-check";
import { expect, test } from "vitest";
import { readAtRate } from "../../electron/simulator/uart.ts";

const rates = fc.constantFrom(9600, 19_200, 38_400, 57_600, 115_200, 230_400, 921_600);

test("at the sender's own rate every byte is read as it was sent", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), rates, (bytes, rate) => {
      expect(readAtRate(bytes, rate, rate)).toEqual([...bytes].map((byte) => ({ byte, isFramed: true })));
    }),
  );
});

test("a reader within two in a hundred of the sender's rate still reads every byte", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.double({ min: 0.98, max: 1.02, noNaN: true }), (bytes, drift) => {
      expect(readAtRate(bytes, 9600, 9600 * drift).map(({ byte }) => byte)).toEqual([...bytes]);
    }),
  );
});

test("there are never more bytes than fit in the time", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), rates, rates, (bytes, sentAt, readAt) => {
      expect(readAtRate(bytes, sentAt, readAt).length).toBeLessThanOrEqual(
        Math.ceil((bytes.length * 10 * readAt) / sentAt / 9.5),
      );
    }),
  );
});

// 0 10101010 1 at twice the rate is 00 11 00 11 00 11 00 11 00 11: the start bit is half over when the first data bit is read.
test("a U sent at 9600 and read at 19200 is 0x66 without a stop bit, then 0xe6", () => {
  const read = readAtRate(new TextEncoder().encode("U"), 9600, 19_200);
  expect(read.map(({ byte, isFramed }) => `${byte.toString(16)}${isFramed ? "" : "!"}`)).toEqual(["66!", "e6"]);
});

test("what is read at a twelfth of the sender's rate has lost most of its bytes", () => {
  const sent = new TextEncoder().encode("Welcome to the terminal\r\n");
  expect(readAtRate(sent, 115_200, 9600).length).toBeLessThan(sent.length / 6);
});
