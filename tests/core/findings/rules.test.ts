import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import { rules } from "../../../electron/core/findings/rules/registry.ts";
import { makeSettings } from "./make-settings.ts";

function name(ipv4: object, around: object = {}, terminal: object = {}): readonly string[] {
  return check(makeSettings(ipv4, around, terminal)).map((finding) => `${finding.severity} ${finding.rule}`);
}

const dhcp = { method: "dhcp", address: null, prefixLength: null, gateway: null, dns: [] };

test.each<[string, string, object, object?, object?]>([
  ["a prefix length that IPv4 does not have", "error ipv4.mask-invalid", { prefixLength: 64 }],
  ["a network that covers everything", "error ipv4.mask-invalid", { prefixLength: 0 }],
  ["a loopback address", "error ipv4.address-unusable", { address: "127.0.0.5" }],
  ["0.0.0.0 for no gateway", "error ipv4.gateway-missing", { gateway: "0.0.0.0" }],
  ["a name server 0.0.0.0", "error dns.server-unusable", { dns: ["0.0.0.0", "192.168.1.1"] }],
  ["its own address as name server", "error dns.server-loopback", { dns: ["192.168.1.23"] }],
  [
    "no name server for a host with a name",
    "error dns.servers-missing",
    { dns: [] },
    {},
    { hosts: [{ host: "pos.example" }] },
  ],
  [
    "no name server for a host with an address",
    "info dns.servers-missing",
    { dns: [] },
    {},
    { hosts: [{ host: "9.9.9.9" }] },
  ],
])("a terminal with %s has the finding %s", (_what, finding, ipv4, around, terminal) => {
  expect(name(ipv4, around, terminal)).toEqual([finding]);
});

const linkLocal = { address: "169.254.7.9", prefixLength: 16, gateway: null, dns: [] };

test("a link-local address means that DHCP failed", () => {
  expect(name(dhcp, { running: { ipv4: linkLocal } })).toEqual(["error ipv4.address-link-local"]);
});

test("a link-local address that was asked for is only information", () => {
  expect(name({ ...linkLocal, method: "link-local" })).toEqual(["info ipv4.address-link-local"]);
});

test("what runs is held against what is configured", () => {
  const running = {
    method: "static",
    address: "192.168.1.50",
    prefixLength: 24,
    gateway: "192.168.1.254",
    dns: ["9.9.9.9"],
  };
  expect(name({}, { running: { ipv4: running } })).toEqual([
    "warning ipv4.drift",
    "warning ipv4.gateway-drift",
    "warning dns.drift",
  ]);
});

test("a configured address that does not run at all is told", () => {
  expect(name({}, { running: { ipv4: {} } })).toEqual(["warning ipv4.address-not-running"]);
});

test("a gateway that DHCP gave outside the subnet is a warning without corrections", () => {
  const leased = { address: "192.168.1.23", prefixLength: 24, gateway: "192.168.2.1", dns: ["192.168.1.1"] };
  const findings = check(makeSettings(dhcp, { running: { ipv4: leased } }));
  expect(findings.map(({ rule, severity, corrections }) => [rule, severity, corrections])).toEqual([
    ["ipv4.gateway-outside-subnet", "warning", []],
  ]);
});

test("an on-link route that NetworkManager made for a gateway outside the subnet does not hide it", () => {
  const ipv4 = {
    method: "static",
    address: "192.168.1.23",
    prefixLength: 24,
    gateway: "192.168.2.1",
    dns: ["192.168.1.1"],
  };
  const routes = [
    { destination: "0.0.0.0/0", gateway: "192.168.2.1", interface: "eth0" },
    { destination: "192.168.2.1/32", interface: "eth0" },
    { destination: "192.168.1.0/24", interface: "eth0" },
  ];
  expect(name(ipv4, { running: { ipv4 } }, { routes })).toEqual(["error ipv4.gateway-outside-subnet"]);
});

test("a gateway outside the subnet that answers on the link works, and is only odd", () => {
  const neighbours = [{ interface: "eth0", address: "192.168.2.1" }];
  expect(check(makeSettings({ gateway: "192.168.2.1" }, {}, { neighbours }))).toMatchObject([
    { rule: "ipv4.gateway-outside-subnet", severity: "warning", corrections: [] },
  ]);
});

test("every rule has an id of its own and names its source", () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  expect(
    rules.filter((rule) => !/RFC \d+|IANA|IEEE|3GPP|PCI DSS|ISO 8583|the site's policy: \w+/.test(rule.source)),
  ).toEqual([]);
});
