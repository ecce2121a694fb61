import { BlockList } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  findBroadcast,
  findFirstHost,
  findLastHost,
  findNetwork,
  isHostOf,
  isInside,
  parseCidr,
  printCidr,
} from "../../../electron/core/settings/cidr.ts";
import { printIpv4 } from "../../../electron/core/settings/ipv4.ts";
import { maskOf, parsePrefixLength, unfoldWildcard } from "../../../electron/core/settings/prefix-length.ts";

const anyAddress = fc.nat(0xffffffff);
const anyCidr = fc.record({ address: anyAddress, prefixLength: fc.nat(32) });

test("an address is inside a network exactly when Node's block list says so", () => {
  // Mostly addresses near the edges, where arithmetic goes wrong.
  const offset = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -0x80000000, max: 0x7fffffff }));
  fc.assert(
    fc.property(anyCidr, fc.boolean(), offset, (network, fromEnd, distance) => {
      const edge = fromEnd ? findBroadcast(network) : findNetwork(network);
      const address = (edge + distance) >>> 0;
      const oracle = new BlockList();
      oracle.addSubnet(printIpv4(network.address), network.prefixLength, "ipv4");
      expect(isInside(address, network)).toBe(oracle.check(printIpv4(address), "ipv4"));
    }),
    { numRuns: 5000 },
  );
});

test("a network reaches from its first to its last address and no further", () => {
  fc.assert(
    fc.property(anyCidr, (network) => {
      const [first, last] = [findNetwork(network), findBroadcast(network)];
      expect(last - first + 1).toBe(2 ** (32 - network.prefixLength));
    }),
  );
});

test("hosts exclude the network and broadcast addresses except on a /31 and a /32", () => {
  fc.assert(
    fc.property(anyCidr, (network) => {
      const edges = network.prefixLength >= 31 ? 0 : 2;
      expect(findLastHost(network) - findFirstHost(network) + 1).toBe(2 ** (32 - network.prefixLength) - edges);
      expect(isHostOf(findNetwork(network), network)).toBe(edges === 0);
    }),
  );
});

test("a CIDR reads back from its prefix length and from its dotted mask", () => {
  fc.assert(
    fc.property(anyCidr, (cidr) => {
      const dotted = `${printIpv4(cidr.address)}/${printIpv4(maskOf(cidr.prefixLength))}`;
      expect([parseCidr(printCidr(cidr)), parseCidr(dotted)]).toEqual([
        { ok: true, value: cidr },
        { ok: true, value: cidr },
      ]);
    }),
  );
});

test("a dotted mask is read only when its ones come first", () => {
  fc.assert(
    fc.property(anyAddress, (mask) => {
      const isContiguous = /^1*0*$/.test(mask.toString(2).padStart(32, "0"));
      expect(parsePrefixLength(printIpv4(mask)).ok).toBe(isContiguous);
    }),
    { numRuns: 2000 },
  );
});

test("a wildcard mask is recognised as the mask turned inside out", () => {
  for (let prefixLength = 1; prefixLength < 32; prefixLength++) {
    const inverted = ~maskOf(prefixLength) >>> 0;
    expect(parsePrefixLength(printIpv4(inverted))).toEqual({ ok: false, failure: "wildcard" });
    expect(unfoldWildcard(inverted)).toBe(prefixLength);
  }
});

test.each([
  ["24 ", "unreadable"],
  ["33", "out-of-range"],
  ["024", "out-of-range"],
  ["255.0.255.0", "not-contiguous"],
])("the prefix %j is refused because it is %s", (text, fault) => {
  expect(parsePrefixLength(text)).toEqual({ ok: false, failure: fault });
});
