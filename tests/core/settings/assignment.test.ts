import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAssignment, printAssignment } from "../../../electron/core/settings/assignment.ts";

test.each([
  ["eth0.ipv4.method=dhcp", "dhcp"],
  ["eth0.ipv4.address=192.168.1.9/24", "192.168.1.9/24"],
  ["eth0.ipv4.address=192.168.1.9/255.255.255.0", "192.168.1.9/24"],
  ["eth0.ipv4.gateway= 192.168.1.1 ", "192.168.1.1"],
  ["eth0.ipv4.gateway=", ""],
  ["eth0.ipv4.dns=192.168.1.1, 9.9.9.9", "192.168.1.1,9.9.9.9"],
  ["eth0.ipv4.dns=", ""],
])("%s is taken as %j", (text, value) => {
  expect(parseAssignment(text)).toMatchObject({ ok: true, value: { interface: "eth0", value } });
});

test("the clock is the terminal's, not an interface's, and prints as it was written", () => {
  const parsed = parseAssignment("clock=now", ["eth0"]);
  expect(parsed.ok && [parsed.value.interface, printAssignment(parsed.value)]).toEqual(["", "clock=now"]);
});

test("an interface name may hold dots", () => {
  expect(parseAssignment("eth0.10.ipv4.gateway=10.0.0.1")).toMatchObject({ value: { interface: "eth0.10" } });
});

test.each([
  ["eth0.ipv4.mtu=1500", "unknown-field"],
  ["clock", "unknown-field"],
  ["eth0.clock=now", "unknown-field"],
  ["clock=2026-01-01", "unusable-value"],
  ["eth0.ipv4.gateway", "unknown-field"],
  ["ipv4.gateway=10.0.0.1", "unknown-field"],
  [".ipv4.gateway=10.0.0.1", "unknown-field"],
  ["eth0.ipv4.method=", "unusable-value"],
  ["eth0.ipv4.address=192.168.1.9", "unusable-value"],
  ["eth0.ipv4.address=192.168.1.9/33", "unusable-value"],
  ["eth0.ipv4.address=", "unusable-value"],
  ["eth0.ipv4.gateway=192.168.1.01", "unusable-value"],
  ["eth0.ipv4.dns=192.168.1.1,,9.9.9.9", "unusable-value"],
  ["eth0.ipv4.dns=dns.example", "unusable-value"],
  ["eth0.ipv4.gateway=10.0.0.1\n reboot", "value-refused"],
  ["eth0\u001b.ipv4.gateway=10.0.0.1", "value-refused"],
  ["eth0.ipv4.gateway=10.0.0.1\u0085", "value-refused"],
])("%j fails as %s", (text, code) => {
  expect(parseAssignment(text)).toMatchObject({ ok: false, failure: { code } });
});

test("an interface that the terminal does not have is named with those it has", () => {
  expect(parseAssignment("eth1.ipv4.gateway=10.0.0.1", ["eth0", "wlan0"])).toMatchObject({
    failure: { code: "unknown-interface", details: { interface: "eth1", known: "eth0, wlan0" } },
  });
});

test("a mask typed inside out is named as such in both languages", () => {
  const parsed = parseAssignment("eth0.ipv4.address=192.168.1.9/0.0.0.255");
  expect(parsed.ok ? null : parsed.failure.message).toEqual({
    en: "192.168.1.9/0.0.0.255 is not a valid value for eth0.ipv4.address: the mask is inside out; 0.0.0.255 is a wildcard mask, its network mask is 255.255.255.0.",
    "zh-CN":
      "192.168.1.9/0.0.0.255 不能作为 eth0.ipv4.address 的值：掩码写反了：0.0.0.255 是反掩码，对应的子网掩码是 255.255.255.0。",
  });
});

test("no text makes the parser throw, and what it takes prints and reads back as itself", () => {
  const field = fc.constantFrom("ipv4.method", "ipv4.address", "ipv4.gateway", "ipv4.dns", "mtu");
  const value = fc.oneof(
    fc.ipV4(),
    fc.constantFrom("dhcp", "static", ""),
    fc.string(),
    fc.ipV4().map((a) => `${a}/24`),
  );
  fc.assert(
    fc.property(fc.string(), field, value, (name, path, text) => {
      const parsed = parseAssignment(`${name}.${path}=${text}`);
      expect(parsed.ok ? parseAssignment(printAssignment(parsed.value)) : parsed).toEqual(parsed);
    }),
  );
});
