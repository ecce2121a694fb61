import { expect, test } from "vitest";
import { combine, printMask } from "../../../../../electron/core/dialects/linux-console/write/wanted.ts";
import { type InterfaceSettings, interfaceSchema } from "../../../../../electron/core/settings/network-settings.ts";

const current: InterfaceSettings = interfaceSchema.parse({
  name: "eth0",
  ipv4: { method: "static", address: "192.168.1.5", prefixLength: 24, gateway: "192.168.1.1", dns: ["9.9.9.9"] },
});

function want(changes: Readonly<Record<string, string | null>>, from: InterfaceSettings = current): unknown {
  const list = Object.entries(changes).map(([field, to]) => ({ interface: from.name, field, from: null, to }));
  const wanted = combine(from, list);
  return wanted.ok ? { ...wanted.value, touched: [...wanted.value.touched] } : wanted.failure.code;
}

const kept = {
  name: "eth0",
  method: "static",
  address: "192.168.1.5",
  prefixLength: 24,
  gateway: "192.168.1.1",
  dns: ["9.9.9.9"],
};

test.each([
  [{ "ipv4.gateway": "192.168.1.254" }, { gateway: "192.168.1.254" }],
  [{ "ipv4.gateway": null }, { gateway: null }],
  [{ "ipv4.address": "10.0.0.9/8" }, { address: "10.0.0.9", prefixLength: 8 }],
  [{ "ipv4.dns": "1.1.1.1,2001:db8::1" }, { dns: ["1.1.1.1", "2001:db8::1"] }],
  [{ "ipv4.dns": null }, { dns: [] }],
  [{ "ipv4.method": "dhcp" }, { method: "dhcp", address: null, prefixLength: null, gateway: null }],
])("%j changes only %j", (changes, expected) => {
  expect(want(changes)).toEqual({ ...kept, ...expected, touched: Object.keys(changes) });
});

test.each([
  [{ "ipv4.address": "10.0.0.9/8;reboot" }],
  [{ "ipv4.address": "$(reboot)/8" }],
  [{ "ipv4.address": "10.0.0.9/33" }],
  [{ "ipv4.address": "10.0.0.9" }],
  [{ "ipv4.gateway": "10.0.0.1 dev eth1" }],
  [{ "ipv4.gateway": "-h" }],
  [{ "ipv4.dns": "9.9.9.9\nsearch evil" }],
  [{ "ipv4.dns": "`id`" }],
])("%j never becomes part of a command", (changes) => {
  expect(want(changes)).toBe("unusable-value");
});

test("a name that a terminal reports and the kernel would not take is refused", () => {
  expect(want({ "ipv4.gateway": "10.0.0.1" }, { ...current, name: "eth0;reboot" })).toBe("value-refused");
});

test.each([
  [0, "0.0.0.0"],
  [1, "128.0.0.0"],
  [24, "255.255.255.0"],
  [31, "255.255.255.254"],
  [32, "255.255.255.255"],
])("the prefix length %i prints as the mask %s", (length, mask) => {
  expect(printMask(length)).toBe(mask);
});
