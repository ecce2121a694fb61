import { expect, test } from "vitest";
import { applyAssignments } from "../../../electron/core/settings/apply-assignments.ts";
import { type Assignment, parseAssignment } from "../../../electron/core/settings/assignment.ts";
import { type NetworkSettings, networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";

const byHand = {
  method: "static",
  address: "192.168.1.23",
  prefixLength: 24,
  gateway: "192.168.2.1",
  dns: ["192.168.1.1"],
};

function makeSettings(ipv4: unknown): NetworkSettings {
  return networkSettingsSchema.parse({
    interfaces: [
      { name: "eth0", kind: "ethernet", ipv4, running: { ipv4 } },
      { name: "wlan0", kind: "wifi", ipv4: { method: "dhcp" } },
    ],
    routes: [
      { destination: "0.0.0.0/0", gateway: "192.168.2.1", interface: "eth0", metric: 100 },
      { destination: "192.168.1.0/24", interface: "eth0" },
      { destination: "10.0.0.0/8", gateway: "10.1.1.1", interface: "wlan0" },
    ],
    nameServers: [
      { address: "192.168.1.1", source: "/etc/resolv.conf" },
      { address: "9.9.9.9", source: "/etc/resolv.conf" },
    ],
  });
}

function readAssignments(texts: readonly string[]): readonly Assignment[] {
  return texts.flatMap((text) => {
    const parsed = parseAssignment(text);
    return parsed.ok ? [parsed.value] : [];
  });
}

function apply(ipv4: unknown, ...texts: readonly string[]) {
  return applyAssignments(makeSettings(ipv4), readAssignments(texts));
}

test("a new gateway replaces the configured one, the running one and the default route", () => {
  const applied = apply(byHand, "eth0.ipv4.gateway=192.168.1.1");
  expect(applied.ok && applied.value).toMatchObject({
    interfaces: [{ ipv4: { gateway: "192.168.1.1" }, running: { ipv4: { gateway: "192.168.1.1" } } }, {}],
    routes: [
      { destination: "0.0.0.0/0", gateway: "192.168.1.1", interface: "eth0", metric: 100 },
      { destination: "192.168.1.0/24" },
      { destination: "10.0.0.0/8" },
    ],
  });
});

test("a new address moves the route of its network", () => {
  const applied = apply(byHand, "eth0.ipv4.address=192.168.2.23/24");
  expect(applied.ok && applied.value.routes.map((route) => route.destination)).toEqual([
    "192.168.2.0/24",
    "0.0.0.0/0",
    "10.0.0.0/8",
  ]);
});

test("new name servers take the place of the old ones and keep their source", () => {
  const applied = apply(byHand, "eth0.ipv4.dns=1.1.1.1");
  expect(applied.ok && applied.value.nameServers).toEqual([
    { address: "1.1.1.1", source: "/etc/resolv.conf" },
    { address: "9.9.9.9", source: "/etc/resolv.conf" },
  ]);
});

test("dhcp clears address, gateway, name servers and routes, and leaves unknown what will run", () => {
  const applied = apply(byHand, "eth0.ipv4.method=dhcp");
  expect(applied.ok && applied.value).toMatchObject({
    interfaces: [
      { ipv4: { method: "dhcp", address: null, prefixLength: null, gateway: null, dns: [] }, running: { ipv4: null } },
      {},
    ],
    routes: [{ interface: "wlan0" }],
    nameServers: [{ address: "9.9.9.9" }],
  });
});

test("an address on a dhcp interface makes it static and inherits nothing from the lease", () => {
  const applied = apply({ ...byHand, method: "dhcp" }, "eth0.ipv4.address=192.168.1.9/24");
  expect(applied.ok && applied.value.interfaces[0]?.ipv4).toMatchObject({
    method: "static",
    address: "192.168.1.9",
    gateway: null,
    dns: [],
  });
});

test("name servers on a dhcp interface leave it on dhcp", () => {
  const applied = apply({ method: "dhcp" }, "eth0.ipv4.dns=9.9.9.9");
  expect(applied.ok && applied.value.interfaces[0]?.ipv4).toMatchObject({ method: "dhcp", dns: ["9.9.9.9"] });
});

test("what is already so changes nothing at all", () => {
  const settings = makeSettings(byHand);
  const applied = applyAssignments(settings, readAssignments(["eth0.ipv4.gateway=192.168.2.1"]));
  expect(applied.ok && applied.value).toBe(settings);
});

test.each([
  [["eth7.ipv4.method=dhcp"], "unknown-interface", undefined],
  [["eth0.ipv4.gateway=10.0.0.1", "eth0.ipv4.gateway=10.0.0.2"], "unusable-value", "given-twice"],
  [["eth0.ipv4.method=dhcp", "eth0.ipv4.address=10.0.0.9/24"], "unusable-value", "comes-by-dhcp"],
  [["wlan0.ipv4.gateway=10.0.0.1"], "unusable-value", "needs-address"],
])("%j together fail as %s", (texts, code, reason) => {
  const applied = apply(byHand, ...texts);
  expect(applied.ok ? null : [applied.failure.code, applied.failure.details["reason"]]).toEqual([code, reason]);
});

test("an assignment that was never parsed cannot carry a control character", () => {
  const forged: Assignment = { interface: "eth0", field: "ipv4.gateway", value: "10.0.0.1\nreboot" };
  expect(applyAssignments(makeSettings(byHand), [forged])).toMatchObject({ failure: { code: "value-refused" } });
});
