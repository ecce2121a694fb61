import { expect, test } from "vitest";
import { chooseStandingTests, chooseTests } from "../../../electron/core/push/choose-tests.ts";
import type { PushTest } from "../../../electron/core/push/push-test.ts";
import { makeReading } from "./scripted-session.ts";

const hosts = [
  { host: "pay.example", port: 443, tls: true, purpose: null },
  { host: "10.1.2.3", port: 6001, tls: null, purpose: null },
];

function print({ test: asked, required, when }: PushTest): string {
  const { kind, ...targets } = asked;
  return [when, required ? "required" : "told", kind, ...Object.values(targets)].join(" ");
}

const able = { "test-network": { state: "yes" } } as const;

function choose(
  changes: Readonly<Record<string, string | null>>,
  withHosts = false,
  refusedBy: readonly string[] = [],
): readonly string[] {
  const reading = { ...makeReading({}), capabilities: able, hosts: withHosts ? hosts : [] };
  const listed = Object.entries(changes).map(([field, to]) => ({ interface: "eth0", field, from: null, to }));
  return chooseTests({ changes: listed, refusedBy }, reading).map(print);
}

test("a new address is asked for before it is set, and then it and the gateway are", () => {
  expect(choose({ "ipv4.address": "192.168.1.77/24" })).toEqual([
    "before required duplicate eth0 192.168.1.77",
    "after told link eth0",
    "after required address eth0 192.168.1.77",
    "after required gateway eth0 192.168.1.1",
  ]);
});

test("another mask for the same address is no new address", () => {
  expect(choose({ "ipv4.address": "192.168.1.5/23" })).not.toContain("before required duplicate eth0 192.168.1.5");
});

test("a new gateway has to answer", () => {
  expect(choose({ "ipv4.gateway": "192.168.1.254" })).toEqual(["after required gateway eth0 192.168.1.254"]);
});

test("a new host has to take a connection, and the one whose place it takes is not asked", () => {
  const placed = hosts.map((host, index) => ({ ...host, place: index + 1 }));
  const reading = { ...makeReading({}), capabilities: able, hosts: placed };
  const changes = [
    { interface: "", field: "host.1", from: "pay.example:443", to: "203.0.113.20:8443" },
    { interface: "eth0", field: "ipv4.gateway", from: null, to: "192.168.1.254" },
  ];
  expect(chooseTests({ changes, refusedBy: [] }, reading).map(print)).toEqual([
    "after required gateway eth0 192.168.1.254",
    "after required tls 203.0.113.20 8443",
    "after told tcp 10.1.2.3 6001",
  ]);
});

test("a host that is taken away, and a TPDU, ask for nothing", () => {
  const reading = { ...makeReading({}), capabilities: able, hosts: [] };
  const changes = [
    { interface: "", field: "host.1", from: "pay.example:443", to: null },
    { interface: "", field: "tpdu", from: null, to: "6000030000" },
  ];
  expect(chooseTests({ changes, refusedBy: [] }, reading)).toEqual([]);
});

test("a gateway that is taken away is not asked", () => {
  expect(choose({ "ipv4.gateway": null })).toEqual([]);
});

test("with DHCP the address and the gateway are not known beforehand, the link is", () => {
  expect(choose({ "ipv4.method": "dhcp", "ipv4.address": null, "ipv4.gateway": null })).toEqual([
    "after told link eth0",
  ]);
});

test("new name servers are asked, and the host that is a name, and the first host is tried; none of it takes back", () => {
  expect(choose({ "ipv4.dns": "192.168.1.1,9.9.9.9" }, true)).toEqual([
    "after told name localhost 192.168.1.1",
    "after told name localhost 9.9.9.9",
    "after told name pay.example ",
    "after told tls pay.example 443",
  ]);
});

test("whoever insists on what the rules refuse is only told", () => {
  expect(choose({ "ipv4.gateway": "192.168.2.1" }, false, ["ipv4.gateway-outside-subnet"])).toEqual([
    "after told gateway eth0 192.168.2.1",
  ]);
});

test("a terminal that can test nothing is asked nothing", () => {
  const changes = [{ interface: "eth0", field: "ipv4.gateway", from: null, to: "192.168.1.254" }];
  expect(chooseTests({ changes, refusedBy: [] }, makeReading({}))).toEqual([]);
});

test("a plan that only sets the clock asks nothing of the network", () => {
  expect(choose({ clock: "now" }, true)).toEqual([]);
});

test("a terminal as it is can be asked for what its settings name, and what is no address is left to the rules", () => {
  const reading = {
    ...makeReading({ gateway: "192.168.1" }),
    hosts,
    nameServers: [{ address: "9.9.9.9", source: null }],
  };
  expect(
    chooseStandingTests(reading).map(({ kind, ...targets }) => [kind, ...Object.values(targets)].join(" ")),
  ).toEqual([
    "link eth0",
    "address eth0 192.168.1.5",
    "name localhost 9.9.9.9",
    "tls pay.example 443",
    "tcp 10.1.2.3 6001",
  ]);
});
