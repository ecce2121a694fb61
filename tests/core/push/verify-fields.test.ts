import { expect, test } from "vitest";
import { findWrong, isStoredBefore, matchesBefore, verifyFields } from "../../../electron/core/push/verify-fields.ts";
import type { IpSettings } from "../../../electron/core/settings/network-settings.ts";
import { makeReading } from "./scripted-session.ts";

function verify(field: string, to: string | null, reading: ReturnType<typeof makeReading>): string {
  const owner = field.startsWith("ipv4.") ? "eth0" : "";
  const [found] = verifyFields([{ interface: owner, field, from: null, to }], reading);
  return `${found?.verdict} ${found?.persisted}`;
}

test.for<[string, string | null, ReturnType<typeof makeReading>, string]>([
  ["ipv4.address", "10.0.0.9/8", makeReading({ address: "10.0.0.9", prefixLength: 8 }), "applied true"],
  ["ipv4.address", "10.0.0.9/8", makeReading({ address: "10.0.0.9", prefixLength: 16 }), "not-applied false"],
  ["ipv4.gateway", "10.0.0.1", makeReading({}, { gateway: "10.0.0.1" }), "applied false"],
  ["ipv4.gateway", "10.0.0.1", makeReading({ gateway: "10.0.0.1" }, {}), "not-applied true"],
  ["ipv4.gateway", null, makeReading({ gateway: null }), "applied true"],
  ["ipv4.dns", "1.1.1.1,8.8.8.8", makeReading({ dns: ["1.1.1.1", "8.8.8.8"] }), "applied true"],
  ["ipv4.dns", "1.1.1.1,8.8.8.8", makeReading({ dns: ["8.8.8.8", "1.1.1.1"] }), "not-applied false"],
  ["ipv4.dns", null, makeReading({ dns: [] }), "applied true"],
  ["ipv4.method", "dhcp", makeReading({ method: "dhcp" }, {}), "not-applied true"],
  ["ipv4.address", null, makeReading({ method: "dhcp", address: null }, { method: "dhcp" }), "applied true"],
  ["ipv4.dns", null, makeReading({ method: "dhcp", dns: [] }, { method: "dhcp", dns: ["1.1.1.1"] }), "applied true"],
  ["ipv4.gateway", null, makeReading({ gateway: null }, { method: "static", gateway: "10.0.0.1" }), "not-applied true"],
])("%s wanted as %s is judged by what runs, and kept by what is kept", ([field, to, reading, verdict]) => {
  expect(verify(field, to, reading)).toBe(verdict);
});

test("what a DHCP client alone brought up is not kept", () => {
  const [eth0, ...others] = makeReading({ gateway: "10.0.0.1" }).interfaces;
  const reading = {
    ...makeReading({}),
    interfaces: eth0 ? [{ ...eth0, manager: "busybox-udhcpc" as const }, ...others] : [],
  };
  expect(verify("ipv4.gateway", "10.0.0.1", reading)).toBe("applied false");
});

test("an interface that is gone has nothing applied and nothing kept", () => {
  expect(verify("ipv4.gateway", null, { ...makeReading({}), interfaces: [] })).toBe("not-applied false");
});

const ofEth0 = [{ interface: "eth0", field: "ipv4.gateway", from: null, to: null }];

test("a lease that came back with another address is the old setting all the same", () => {
  const one = makeReading({ method: "dhcp", address: null }, { method: "dhcp", address: "192.168.1.50" });
  const two = makeReading({ method: "dhcp", address: null }, { method: "dhcp", address: "192.168.1.51" });
  expect(matchesBefore(ofEth0, { before: one, after: two })).toBe(true);
});

test("a lease's old setting is known again in the records, whose fields stand in another order", () => {
  const recorded = makeReading({ method: "dhcp", address: null }, { method: "dhcp" });
  // As facts/kept.ts makes it.
  const { dns = [], ...others } = recorded.interfaces[0]?.ipv4 ?? {};
  const ipv4 = { ...others, dns } as IpSettings;
  const fresh = { ...recorded, interfaces: recorded.interfaces.map((each) => ({ ...each, ipv4 })) };
  const [matches, isStored] = [matchesBefore, isStoredBefore].map((judge) =>
    judge(ofEth0, { before: recorded, after: fresh }),
  );
  expect([matches, isStored]).toEqual([true, true]);
});

test.each([
  ["a further address", makeReading({}, { additional: ["10.0.0.1/8"] })],
  ["another kept gateway", makeReading({ gateway: "192.168.1.254" }, {})],
  ["another running gateway", makeReading({}, { gateway: null })],
])("%s is not the old state", (_name, reading) => {
  expect(matchesBefore(ofEth0, { before: makeReading({}), after: reading })).toBe(false);
});

function withClock(aheadSeconds: number | null): ReturnType<typeof makeReading> {
  return {
    ...makeReading({}),
    clock: aheadSeconds === null ? null : { time: "2026-01-01T00:00:00+00:00", aheadSeconds },
  };
}

test.for<[number | null, string]>([
  [-2, "applied null"],
  [3, "not-applied null"],
  [null, "not-applied null"],
])("a clock that reads %j s ahead is %s", ([ahead, verdict]) => {
  expect(verify("clock", "now", withClock(ahead))).toBe(verdict);
});

test.for<[number, number | null, boolean]>([
  [-86_400, -86_402, true],
  [-86_400, 0, false],
  [-86_400, null, false],
])("a clock that was %j s ahead and is %j is the old one again: %j", ([was, is, same]) => {
  const changes = [{ interface: "", field: "clock", from: null, to: "now" }];
  expect(matchesBefore(changes, { before: withClock(was), after: withClock(is) })).toBe(same);
});

const hosts = [
  { host: "gw.example.net", port: 7443, tls: null, purpose: null, place: 1 },
  { host: "10.9.9.9", port: null, tls: null, purpose: null, place: 2 },
];
const payingReading: ReturnType<typeof makeReading> = {
  ...makeReading({}),
  hosts,
  tpdu: "60 00 03 00 00",
  merchantNumber: "898110000000001",
  settable: ["host.1", "host.2", "tpdu", "merchantNumber"],
};

test.for<[string, string | null, string]>([
  ["host.1", "GW.example.net:7443", "applied true"],
  ["host.1", "gw.example.net:7444", "not-applied false"],
  ["host.2", "10.9.9.9:", "applied true"],
  ["host.3", null, "applied true"],
  ["tpdu", "6000030000", "applied true"],
  ["tpdu", null, "not-applied false"],
  ["merchantNumber", "898110000000001", "applied true"],
  ["terminalNumber", "12345678", "not-applied false"],
])("%s wanted as %s is judged by what the terminal tells", ([field, to, verdict]) => {
  expect(verify(field, to, payingReading)).toBe(verdict);
});

const ofTpdu = [{ interface: "", field: "tpdu", from: null, to: "6000030000" }];

test("what a terminal pays through is as before when all of it is, whatever the order in the records", () => {
  const recorded = { ...payingReading, hosts: hosts.map(({ place, ...one }) => ({ place, ...one })) };
  const moved = { ...payingReading, hosts: hosts.slice(0, 1) };
  const judged = [recorded, moved].map((after) => matchesBefore(ofTpdu, { before: payingReading, after }));
  expect(judged).toEqual([true, false]);
});

test("a host that nobody wanted changed is a wrong push of the TPDU, and is named", () => {
  const after = { ...payingReading, hosts: hosts.map((one) => ({ ...one, port: 1 })) };
  expect(findWrong(ofTpdu, { before: payingReading, after })).toBe("host.1");
});
