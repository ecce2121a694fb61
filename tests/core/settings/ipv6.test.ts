import { BlockList, isIPv6 } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isInsideIpv6, parseIpv6, printIpv6 } from "../../../electron/core/settings/ipv6.ts";

const anyAddress = fc.array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 });

const almostAddress = fc
  .array(fc.constantFrom("", "0", "1", "ffff", "FFFF", "00001", "g", "1.2.3.4", "1.2.3", "fe80"), { maxLength: 9 })
  .map((parts) => parts.join(":"));

test("exactly the texts that Node takes for IPv6 addresses are read", () => {
  fc.assert(
    fc.property(fc.oneof(almostAddress, fc.ipV6(), anyAddress.map(printIpv6), fc.string()), (text) => {
      // Zones are judged apart: Node takes fewer names of interfaces than systems have.
      fc.pre(!text.includes("%"));
      expect(parseIpv6(text).ok).toBe(isIPv6(text));
    }),
    { numRuns: 20_000 },
  );
});

test("an address that is printed reads back as itself", () => {
  fc.assert(
    fc.property(anyAddress, (address) => {
      expect(parseIpv6(printIpv6(address))).toEqual({ ok: true, value: { address, zone: null } });
    }),
    { numRuns: 5000 },
  );
});

test("an address is inside a network exactly when Node's block list says so", () => {
  fc.assert(
    fc.property(anyAddress, fc.nat(128), fc.nat(127), fc.boolean(), (address, prefixLength, bit, flip) => {
      const other = address.map((group, place) =>
        flip && place === bit >> 4 ? group ^ (0x8000 >> (bit & 15)) : group,
      );
      const oracle = new BlockList();
      oracle.addSubnet(printIpv6(address), prefixLength, "ipv6");
      expect(isInsideIpv6(other, { address, prefixLength })).toBe(oracle.check(printIpv6(other), "ipv6"));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ["2001:0DB8:0:0:0:0:2:1", "2001:db8::2:1"],
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
  ["2001:0:0:1:0:0:0:1", "2001:0:0:1::1"],
  ["0:0:0:0:0:0:0:0", "::"],
  ["::0001", "::1"],
  ["1:0:0:0:0:0:0:0", "1::"],
  ["::FFFF:C0A8:0101", "::ffff:192.168.1.1"],
])("%s is printed as RFC 5952 wants it: %s", (text, canonical) => {
  const parsed = parseIpv6(text);
  expect(parsed.ok ? printIpv6(parsed.value.address) : parsed.failure).toBe(canonical);
});

test.each([
  ["fe80::1%", "zone-empty"],
  ["1:2:3:4:5:6:7", "not-eight-groups"],
  ["1::2::3", "not-eight-groups"],
  ["1:2:3:4:5:6:7:8::", "not-eight-groups"],
  ["12345::", "group-too-long"],
  ["::1.2.3", "tail-not-ipv4"],
  ["192.168.1.1", "not-eight-groups"],
  ["dns", "not-hexadecimal"],
])("%j is refused because of %s", (text, fault) => {
  expect(parseIpv6(text)).toEqual({ ok: false, failure: fault });
});

test("a zone is kept apart from the address", () => {
  expect(parseIpv6("fe80::1%eth0")).toMatchObject({ value: { address: [0xfe80, 0, 0, 0, 0, 0, 0, 1], zone: "eth0" } });
});
