import { isIPv4 } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseIpv4, printIpv4 } from "../../../electron/core/settings/ipv4.ts";

const almostAddress = fc
  .array(fc.oneof(fc.nat(300).map(String), fc.constantFrom("", "00", "01", "007", "0x1", "-1", " 1", "１")), {
    minLength: 3,
    maxLength: 5,
  })
  .map((parts) => parts.join("."));

test("an address that is printed reads back as itself", () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), (address) => {
      expect(parseIpv4(printIpv4(address))).toEqual({ ok: true, value: address });
    }),
    { numRuns: 2000 },
  );
});

test("exactly the texts that Node takes for IPv4 addresses are read", () => {
  fc.assert(
    fc.property(fc.oneof(almostAddress, fc.ipV4(), fc.string()), (text) => {
      expect(parseIpv4(text).ok).toBe(isIPv4(text));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ["192.168.1", "not-four-parts"],
  ["192.168..1", "not-four-parts"],
  ["192.168.01.1", "leading-zero"],
  ["192.168.1.256", "part-too-large"],
  ["0xc0.168.1.1", "not-decimal"],
  ["", "not-decimal"],
])("%j is refused because of %s", (text, fault) => {
  expect(parseIpv4(text)).toEqual({ ok: false, failure: fault });
});
