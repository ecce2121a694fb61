import { expect, test } from "vitest";
import { makePlan } from "../../../electron/core/plans/make-plan.ts";
import type { Plan } from "../../../electron/core/plans/plan.ts";
import { solveTogether } from "../../../electron/core/plans/solve-together.ts";
import { type Assignment, parseAssignment } from "../../../electron/core/settings/assignment.ts";
import type { NetworkSettings } from "../../../electron/core/settings/network-settings.ts";
import { makeSettings } from "../findings/make-settings.ts";

const identity = { serialNumber: "CP-0001", hostName: "till", model: null };

function plan(settings: NetworkSettings, ...texts: readonly string[]): Plan {
  const made = makePlan(settings, identity, { assignments: texts.flatMap(readAssignment) });
  if (!made.ok) {
    throw new Error(made.failure.message.en);
  }
  return made.value;
}

function readAssignment(text: string): readonly Assignment[] {
  const parsed = parseAssignment(text);
  return parsed.ok ? [parsed.value] : [];
}

const broken = makeSettings({ gateway: "192.168.2.1", dns: ["192.168.1.1", "192.168.1.250"] });

test("the proposed corrections of a gateway outside the subnet make a plan that nothing refuses", () => {
  const made = makePlan(broken, identity, solveTogether(broken));
  expect(made.ok && made.value).toMatchObject({
    changes: [{ interface: "eth0", field: "ipv4.gateway", from: "192.168.2.1", to: "192.168.1.1" }],
    findingsAfter: [],
    refusedBy: [],
    undecided: [],
  });
});

test("a plan that leaves an error on what it touches is refused by that rule", () => {
  expect(plan(broken, "eth0.ipv4.dns=192.168.1.1").refusedBy).toEqual(["ipv4.gateway-outside-subnet"]);
});

test("what is already so is no change and nothing to refuse", () => {
  expect(plan(broken, "eth0.ipv4.gateway=192.168.2.1")).toMatchObject({ changes: [], refusedBy: [] });
});

test("going over to dhcp lists every value that is given up", () => {
  expect(plan(makeSettings(), "eth0.ipv4.method=dhcp").changes).toEqual([
    { interface: "eth0", field: "ipv4.method", from: "static", to: "dhcp" },
    { interface: "eth0", field: "ipv4.address", from: "192.168.1.23/24", to: null },
    { interface: "eth0", field: "ipv4.gateway", from: "192.168.1.1", to: null },
    { interface: "eth0", field: "ipv4.dns", from: "192.168.1.1", to: null },
  ]);
});

test("the digest is that of these settings, this terminal and these changes", () => {
  const first = plan(broken, "eth0.ipv4.gateway=192.168.1.1");
  const again = plan({ ...broken, interfaces: broken.interfaces.toReversed() }, "eth0.ipv4.gateway=192.168.1.1");
  const otherChange = plan(broken, "eth0.ipv4.gateway=192.168.1.2");
  const otherBasis = plan(makeSettings({ gateway: "192.168.3.1" }), "eth0.ipv4.gateway=192.168.1.1");
  expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(again.digest).toBe(first.digest);
  expect(new Set([first.digest, otherChange.digest, otherBasis.digest]).size).toBe(3);
});

test("a renewed lease or a lost carrier does not make a plan stale, a new configuration does", () => {
  const dhcp = { method: "dhcp", address: null, prefixLength: null, gateway: null, dns: [] };
  const digestOf = (ipv4: object, around: object, terminal: object): string =>
    plan(makeSettings(ipv4, around, terminal)).digest;
  const before = digestOf(
    dhcp,
    { running: { ipv4: { address: "10.0.0.5" } } },
    { nameServers: [{ address: "10.0.0.1" }] },
  );
  expect(digestOf(dhcp, { link: "down", mtu: 1400 }, { nameServers: [] })).toBe(before);
  expect(digestOf(dhcp, { manager: "connman" }, {})).not.toBe(before);
});

test("an interface that the terminal does not have is a failure, not a plan", () => {
  const assignments = readAssignment("eth7.ipv4.method=dhcp");
  expect(makePlan(broken, identity, { assignments })).toMatchObject({ failure: { code: "unknown-interface" } });
});

const late = { ...makeSettings({}), clock: { time: "2020-01-01T00:00:00+00:00", aheadSeconds: -86_400 } };

test("a clock that is off is set last, and then nothing is said of it any more", () => {
  const made = plan(late, "clock=now", "eth0.ipv4.gateway=192.168.1.254");
  expect([made.changes.map(({ field }) => field), made.changes[1], made.findingsAfter, made.refusedBy]).toEqual([
    ["ipv4.gateway", "clock"],
    { interface: "", field: "clock", from: "2020-01-01T00:00:00+00:00", to: "now" },
    [],
    [],
  ]);
});

test("a clock that agrees within two seconds is not set", () => {
  expect(plan({ ...late, clock: { time: null, aheadSeconds: 2 } }, "clock=now").changes).toEqual([]);
});

test("a clock that could not be read is set", () => {
  expect(plan({ ...late, clock: null }, "clock=now").changes).toMatchObject([{ field: "clock", from: null }]);
});

const paying = (host: string, more: object = {}): NetworkSettings => {
  const hosts = [{ host, port: 443, tls: true, purpose: null, place: 1 }];
  return makeSettings({}, {}, { hosts, tpdu: "6000030000", settable: ["host.1", "tpdu", "merchantNumber"], ...more });
};

test("what the terminal pays through changes by its own name, of no interface", () => {
  const { changes, refusedBy } = plan(
    paying("pay.example.com"),
    "host.1=gw.example.com:7443",
    "merchantNumber=A00000000000001",
  );
  expect([changes, refusedBy]).toEqual([
    [
      { interface: "", field: "host.1", from: "pay.example.com:443", to: "gw.example.com:7443" },
      { interface: "", field: "merchantNumber", from: null, to: "A00000000000001" },
    ],
    [],
  ]);
});

test("an error of what changes refuses the plan, also when it was there before; one of what stays does not", () => {
  const wrong = paying("0.0.0.0", { tpdu: "6000030" });
  const refused = ["host.1=255.255.255.255:443", "merchantNumber=A00000000000001"].map(
    (text) => plan(wrong, text).refusedBy,
  );
  expect(refused).toEqual([["host.address-unusable"], []]);
});

test("a host that somebody else has changed makes it another plan", () => {
  const digests = ["pay.example.com", "pay2.example.com"].map((host) => plan(paying(host), "tpdu=6000040000").digest);
  expect(digests[0]).not.toBe(digests[1]);
});
