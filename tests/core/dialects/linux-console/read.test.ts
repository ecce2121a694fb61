import { expect, test } from "vitest";
import { readFacts } from "../../../../electron/core/dialects/linux-console/read.ts";
import { readCapture } from "./facts/corpus.ts";

const key = "k3y";

function print(parts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(parts).map(([name, text]) => `\n=${key} ${name}\n${text}`);
}

function read(parts: Readonly<Record<string, string>>, wallTime = 0): ReturnType<typeof readFacts> {
  return readFacts(
    print({ a: readCapture("static-address", "ip-j-address"), r: readCapture("static-address", "ip-route"), ...parts }),
    key,
    wallTime,
  );
}

test.each([
  ["1768473065 +0800", 1_768_473_065_000, { time: "2026-01-15T18:31:05+08:00", aheadSeconds: 0 }],
  ["1768473065 -0330", 1_768_473_005_000, { time: "2026-01-15T07:01:05-03:30", aheadSeconds: 60 }],
  ["0 +0000", 1_768_473_065_000, { time: "1970-01-01T00:00:00+00:00", aheadSeconds: -1_768_473_065 }],
  ["1768473065", 1_768_473_065_000, null],
  ["253370764801 +0000", 0, null],
  ["99999999999999999 +0000", 0, null],
  ["%s %z", 0, null],
  ["", 0, null],
])("the clock %j is read with its offset", (text, wallTime, clock) => {
  const facts = read({ t: `${text}\n` }, wallTime);
  expect(facts.ok && facts.value.reading.clock).toEqual(clock);
});

test("who answered on a link is part of what was read, and absent where nobody did", () => {
  const [some, none] = [read({ nb: "192.168.1.1 eth0\n" }), read({ nb: "" })].map((facts) =>
    facts.ok ? facts.value.reading.neighbours : "unread",
  );
  expect([some, none]).toEqual([[{ interface: "eth0", address: "192.168.1.1" }], undefined]);
});

const staticFile =
  "auto eth0\niface eth0 inet static\n  address 192.168.1.24\n  netmask 255.255.255.0\n  gateway 192.168.2.1\n";

test("what is configured and what runs stand side by side", () => {
  const facts = read({ "f /etc/network/interfaces": staticFile, "f /etc/resolv.conf": "nameserver 192.168.1.1\n" });
  const eth0 = facts.ok ? facts.value.reading.interfaces.find(({ name }) => name === "eth0") : null;
  expect([eth0?.manager, eth0?.ipv4, eth0?.running?.ipv4]).toEqual([
    "ifupdown",
    {
      method: "static",
      address: "192.168.1.24",
      prefixLength: 24,
      gateway: "192.168.2.1",
      dns: ["192.168.1.1"],
      additional: [],
    },
    {
      method: "static",
      address: "192.168.1.23",
      prefixLength: 24,
      gateway: "192.168.1.1",
      dns: ["192.168.1.1"],
      additional: [],
    },
  ]);
});

test("further addresses are kept as they run", () => {
  const facts = read({ a: readCapture("aliases", "ip-j-address") });
  const eth0 = facts.ok ? facts.value.reading.interfaces.find(({ name }) => name === "eth0") : null;
  expect(eth0?.running?.ipv4?.additional).toEqual(["10.9.8.7/32", "192.168.1.24/24"]);
});

test("name servers belong to an interface with an address, not to lo, where ifconfig is all there is and no route leads out", () => {
  const facts = readFacts(
    print({ a: readCapture("static-address", "ifconfig"), "f /etc/resolv.conf": "nameserver 9.9.9.9\n" }),
    key,
    0,
  );
  const served = facts.ok
    ? facts.value.reading.interfaces.filter(({ ipv4 }) => ipv4?.dns.length).map(({ name }) => name)
    : null;
  expect(served).toEqual(["eth0"]);
});

test.each([
  ["no interface at all", print({ a: "" })],
  ["nothing at all", []],
  ["JSON that was cut", print({ a: '[{"ifname":' })],
])("an answer with %s is unreadable", (_name, outputs) => {
  const facts = readFacts(outputs, key, 0);
  expect(facts.ok ? null : facts.failure.code).toBe("answer-unreadable");
});
