// Independent opinions on 100,000 random cases: Node's block list, and Python's ipaddress in one process where it is there.
import { spawnSync } from "node:child_process";
import { BlockList, isIP } from "node:net";
import { expect, test } from "vitest";
import { findBroadcast, findNetwork, isInside, parseCidr } from "../../../electron/core/settings/cidr.ts";
import { printIpv4 } from "../../../electron/core/settings/ipv4.ts";
import { isInsideIpv6, parseIpv6, printIpv6 } from "../../../electron/core/settings/ipv6.ts";

const hasPython = spawnSync("python3", ["-c", "import ipaddress"]).status === 0;

/** Reads a case a line and answers a line each. IPv4-mapped addresses are left out: Python 3.13 changed how it prints them. */
const oracle = `
import sys, ipaddress
for line in sys.stdin:
    a, n, b = line.split()
    net = ipaddress.ip_network(f"{a}/{n}", strict=False)
    other = ipaddress.ip_address(b)
    print(net.network_address, net.broadcast_address, other in net)
`;

/** A fixed sequence (xorshift), so that a failure can be seen again. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function makeCases(): readonly string[] {
  const random = makeRandom(20_261_122);
  return Array.from({ length: 100_000 }, (_, place) => {
    if (place % 2 === 0) {
      const address = random(2 ** 32);
      const near = (address ^ (1 << random(32))) >>> 0;
      return `${printIpv4(address)} ${random(33)} ${printIpv4(near)}`;
    }
    const groups = Array.from({ length: 8 }, () => (random(3) === 0 ? 0 : random(65_536)));
    groups[0] = 0x2001;
    const near = groups.with(random(8), random(65_536));
    near[0] ||= 0x2001;
    return `${printIpv6(groups)} ${random(129)} ${printIpv6(near)}`;
  });
}

/** The same answer from our own arithmetic. */
function answer(line: string): string {
  const [text = "", bits = "", other = ""] = line.split(" ");
  const prefixLength = Number(bits);
  if (!text.includes(":")) {
    const cidr = parseCidr(`${text}/${bits}`);
    const inside = parseCidr(`${other}/32`);
    if (!cidr.ok || !inside.ok) return "unreadable";
    const edges = [findNetwork(cidr.value), findBroadcast(cidr.value)].map(printIpv4);
    return `${edges.join(" ")} ${isInside(inside.value.address, cidr.value) ? "True" : "False"}`;
  }
  const [address, tested] = [parseIpv6(text), parseIpv6(other)];
  if (!address.ok || !tested.ok) return "unreadable";
  const network = { address: address.value.address, prefixLength };
  const edge = (fill: number): string =>
    printIpv6(
      network.address.map((group, place) => {
        const kept = Math.min(Math.max(prefixLength - place * 16, 0), 16);
        const mask = (0xffff << (16 - kept)) & 0xffff;
        return (group & mask) | (fill & ~mask & 0xffff);
      }),
    );
  return `${edge(0)} ${edge(0xffff)} ${isInsideIpv6(tested.value.address, network) ? "True" : "False"}`;
}

test.skipIf(!hasPython)(
  "networks, edges, membership and canonical text agree with Python on 100,000 random cases",
  () => {
    const cases = makeCases();
    const python = spawnSync("python3", ["-c", oracle], { input: cases.join("\n"), maxBuffer: 64 * 1024 * 1024 });
    const expected = python.stdout.toString().trimEnd().split("\n");
    expect(expected.length).toBe(cases.length);
    const wrong = cases.flatMap((line, place) =>
      answer(line) === expected[place] ? [] : [[line, answer(line), expected[place]]],
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  },
  60_000,
);

test("membership and syntax agree with Node on the same 100,000 cases", () => {
  const wrong = makeCases().filter((line) => {
    const [text = "", bits = "", other = ""] = line.split(" ");
    const family = isIP(text) === 4 ? "ipv4" : "ipv6";
    const list = new BlockList();
    list.addSubnet(text, Number(bits), family);
    return isIP(other) === 0 || !answer(line).endsWith(list.check(other, family) ? " True" : " False");
  });
  expect(wrong.slice(0, 5)).toEqual([]);
}, 60_000);
