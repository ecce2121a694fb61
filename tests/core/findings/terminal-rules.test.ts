// Rules beyond addresses, gateways and name servers: each on a terminal that is healthy but for one thing.
import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import type { CheckContext } from "../../../electron/core/findings/check-context.ts";
import { makeSettings } from "./make-settings.ts";

interface Parts {
  readonly ipv4?: object;
  readonly around?: object;
  readonly terminal?: object;
}

function name({ ipv4, around, terminal }: Parts, context?: CheckContext): readonly string[] {
  return check(makeSettings(ipv4, around, terminal), context).map(({ severity, rule }) => `${severity} ${rule}`);
}

const dhcp = { method: "dhcp", address: null, prefixLength: null, gateway: null, dns: [] };
const leased = {
  method: "dhcp",
  address: "192.168.1.50",
  prefixLength: 24,
  gateway: "192.168.1.1",
  dns: ["192.168.1.1"],
};
const wifi = { ssid: "shop", security: "wpa2", signalDbm: -60 };
const by = (settings: object): Parts => ({ around: { ipv6: { method: "static", prefixLength: 64, ...settings } } });
const host = (settings: object): Parts => ({
  terminal: { hosts: [{ host: "pos.example.com", port: 5000, ...settings }] },
});
const second = (ipv4: object, around: object = {}): object => ({
  name: "eth1",
  kind: "ethernet",
  link: "up",
  ipv4: { method: "static", address: "10.0.0.9", prefixLength: 24, ...ipv4 },
  ...around,
});
const two = (other: object): Parts => ({ terminal: { interfaces: [...makeSettings().interfaces, other] } });

test.each<[string, readonly string[], Parts]>([
  [
    "a leftover address under DHCP",
    ["warning dhcp.static-leftovers"],
    { ipv4: { ...dhcp, address: "10.1.1.9", prefixLength: 24 }, around: { running: { ipv4: leased } } },
  ],
  [
    "a lease that has ended",
    ["warning dhcp.lease-ends"],
    { ipv4: dhcp, around: { running: { ipv4: { ...leased, lease: { remainingSeconds: -5 } } } } },
  ],
  [
    "a lease of another server",
    ["info dhcp.server-not-gateway"],
    { ipv4: dhcp, around: { running: { ipv4: { ...leased, lease: { server: "192.168.1.7" } } } } },
  ],
  [
    "a carrier's address on a cable",
    ["info ipv4.address-carrier-nat"],
    { ipv4: { address: "100.64.1.9", gateway: "100.64.1.1", dns: ["100.64.1.1"] } },
  ],
  [
    "a public address",
    ["warning ipv4.address-public"],
    { ipv4: { address: "8.8.4.9", gateway: "8.8.4.1", dns: ["8.8.4.1"] } },
  ],
  [
    "a network as large as 10.0.0.0/8",
    ["warning ipv4.mask-unusual"],
    { ipv4: { address: "10.0.0.9", prefixLength: 8, gateway: "10.0.0.1", dns: ["10.0.0.1"] } },
  ],
  ["only one name server, outside", ["info dns.server-single"], { ipv4: { dns: ["9.9.9.9"] } }],
  [
    "a name server nothing leads to",
    ["warning dns.server-unreachable"],
    { ipv4: { gateway: null, dns: ["192.168.1.1", "10.9.9.9"] }, terminal: { hosts: [{ host: "192.168.1.7" }] } },
  ],
  ["an MTU of 500", ["error link.mtu-too-small"], { around: { mtu: 500 } }],
  ["an MTU of 1000", ["warning link.mtu-unusual"], { around: { mtu: 1000 } }],
  ["jumbo frames", ["warning link.mtu-unusual"], { around: { mtu: 9000 } }],
  [
    "an MTU of 1200 with IPv6",
    ["error link.mtu-too-small"],
    { around: { mtu: 1200, ...by({ address: "240e::9" }).around } },
  ],
  [
    "the same address twice",
    ["error ipv4.address-repeated", "error ipv4.address-repeated"],
    two(second({ address: "192.168.1.23" })),
  ],
  ["overlapping networks", ["warning ipv4.subnets-overlap"], two(second({ address: "192.168.2.9", prefixLength: 16 }))],
  [
    "Wi-Fi and Ethernet on one router",
    ["info ipv4.subnets-overlap"],
    two(second({ address: "192.168.1.9", gateway: "192.168.1.1", dns: ["192.168.1.1"] })),
  ],
  [
    "two default routes of equal metric",
    ["warning ipv4.default-routes-equal"],
    {
      terminal: {
        routes: [
          { destination: "0.0.0.0/0", gateway: "192.168.1.1", interface: "eth0" },
          { destination: "0.0.0.0/0", gateway: "10.0.0.1", interface: "eth1" },
        ],
      },
    },
  ],
  ["the unspecified IPv6 address", ["error ipv6.address-unusable"], by({ address: "::" })],
  ["an IPv6 multicast address", ["error ipv6.address-unusable"], by({ address: "ff02::1" })],
  ["an IPv4-mapped address", ["error ipv6.address-mapped"], by({ address: "::ffff:192.168.1.9" })],
  ["a documentation address", ["warning ipv6.address-documentation"], by({ address: "2001:db8::9" })],
  ["the newer documentation range", ["warning ipv6.address-documentation"], by({ address: "3fff:1::9" })],
  ["an IPv6 prefix of 48", ["warning ipv6.prefix-unusual"], by({ address: "240e::9", prefixLength: 48 })],
  [
    "an IPv6 prefix of 129",
    ["error ipv6.prefix-invalid"],
    { around: { ipv6: { method: "static", address: "240e::9/129" } } },
  ],
  ["a unique local address", ["info ipv6.address-unique-local"], by({ address: "fd00::9" })],
  ["an IPv6 address cut short", ["error ipv6.address-syntax"], by({ address: "240e:1:2" })],
  [
    "an IPv6 gateway that is multicast",
    ["error ipv6.gateway-unusable"],
    by({ address: "240e::9", gateway: "ff02::2" }),
  ],
  [
    "an IPv6 gateway elsewhere",
    ["warning ipv6.gateway-outside-subnet"],
    by({ address: "240e::9", gateway: "240f::1" }),
  ],
  [
    "a link-local name server without a zone",
    ["error dns.server-zone-missing"],
    { ipv4: { dns: ["192.168.1.1", "fe80::1"] } },
  ],
  ["a host with an underscore", ["error host.name-syntax"], host({ host: "pos_1.example" })],
  ["a host cut short", ["error host.name-syntax"], host({ host: "203.0.113" })],
  ["a host that is everybody", ["error host.address-unusable"], host({ host: "255.255.255.255" })],
  ["port 0", ["error host.port-invalid"], host({ port: 0 })],
  ["port 65536", ["error host.port-invalid"], host({ port: 65_536 })],
  ["the port of DNS", ["warning host.port-unusual"], host({ port: 53 })],
  ["port 80 with TLS", ["warning host.port-unusual"], host({ port: 80, tls: true })],
  ["a TPDU cut short", ["error host.tpdu-syntax"], { terminal: { tpdu: "60000300" } }],
  [
    "a clock three days off",
    ["error clock.wrong"],
    { terminal: { clock: { time: "2026-01-01T00:00:00+08:00", aheadSeconds: -259_200 } } },
  ],
  ["a clock ten minutes off", ["warning clock.wrong"], { terminal: { clock: { aheadSeconds: 600 } } }],
  ["a name with a space", ["warning terminal.host-name-syntax"], { terminal: { terminal: { hostName: "till 1" } } }],
  [
    "a Wi-Fi name too long",
    ["error wifi.ssid-length"],
    { around: { kind: "wifi", wifi: { ...wifi, ssid: "咖啡店咖啡店咖啡店咖啡" } } },
  ],
  [
    "a short passphrase",
    ["error wifi.passphrase-form"],
    { around: { kind: "wifi", wifi: { ...wifi, passphrase: "secret7" } } },
  ],
  ["WEP", ["warning wifi.security-weak"], { around: { kind: "wifi", wifi: { ...wifi, security: "wep" } } }],
  ["weak Wi-Fi", ["warning wifi.signal-weak"], { around: { kind: "wifi", wifi: { ...wifi, signalDbm: -80 } } }],
  ["an APN that begins with rac", ["error cellular.apn-syntax"], { around: { cellular: { apn: "racnet" } } }],
  ["a weak CSQ", ["warning cellular.signal-weak"], { around: { cellular: { csq: 7 } } }],
  ["a weak RSRP", ["warning cellular.signal-weak"], { around: { cellular: { csq: 15, rsrpDbm: -118 } } }],
  ["an unknown CSQ", ["info cellular.signal-unknown"], { around: { cellular: { csq: 99 } } }],
  ["a refused registration", ["error cellular.not-registered"], { around: { cellular: { registration: "denied" } } }],
])("a terminal with %s has the findings %j", (_what, findings, parts) => {
  expect(name(parts)).toEqual(findings);
});

test.each<[string, Parts]>([
  ["a /127 between two routers", by({ address: "240e::8", prefixLength: 127 })],
  ["a link-local IPv6 gateway", by({ address: "240e::9", gateway: "fe80::1" })],
  ["a link-local name server with its zone", { ipv4: { dns: ["192.168.1.1", "fe80::1%eth0"] } }],
  ["DHCPv6's /128", { around: { ipv6: { method: "dhcp", address: "240e::9", prefixLength: 128 } } }],
  ["a small MTU on a cellular link", { around: { kind: "cellular", mtu: 500 } }],
  ["a PPPoE MTU", { around: { mtu: 1492 } }],
  ["a good signal", { around: { cellular: { csq: 20, registration: "home", apn: "cmnet" } } }],
  ["a clock a minute off", { terminal: { clock: { aheadSeconds: 60 } } }],
  [
    "ways out of different metric",
    {
      terminal: {
        routes: [
          { destination: "0.0.0.0/0", gateway: "192.168.1.1", interface: "eth0", metric: 100 },
          { destination: "0.0.0.0/0", gateway: "10.0.0.1", interface: "wlan0", metric: 600 },
        ],
      },
    },
  ],
])("a terminal with %s has no finding", (_what, parts) => {
  expect(name(parts)).toEqual([]);
});

test("another network than this PC's is told only when a person says that both hang on one router", () => {
  const pc = { interfaces: [{ name: "en0", address: "192.168.7.5", prefixLength: 24, gateway: "192.168.7.1" }] };
  expect(name({}, { neighbours: [], pc: { ...pc, sharesRouter: true } })).toEqual(["warning ipv4.subnet-not-this-pc"]);
  expect(name({}, { neighbours: [], pc: { ...pc, sharesRouter: false } })).toEqual([]);
});

test("this PC's gateway is the best guess on the same router", () => {
  const pc = {
    interfaces: [{ name: "en0", address: "192.168.1.5", prefixLength: 24, gateway: "192.168.1.254" }],
    sharesRouter: true,
  };
  const [first] = check(makeSettings({ gateway: "192.168.2.1", dns: ["192.168.1.1"] }), { neighbours: [], pc });
  expect(first?.corrections[0]).toMatchObject({ set: ["eth0.ipv4.gateway=192.168.1.254"], confidence: 0.9 });
});

test("a Wi-Fi password is never quoted", () => {
  const findings = check(makeSettings({}, { kind: "wifi", wifi: { ...wifi, passphrase: "hunter2" } }));
  expect(findings).toHaveLength(1);
  expect(JSON.stringify(findings)).not.toContain("hunter2");
});

test("an IPv6 address is quoted as RFC 5952 prints it", () => {
  const [first] = check(
    makeSettings({}, { ipv6: { method: "static", address: "2001:0DB8:0:0:0:0:0:0009", prefixLength: 64 } }),
  );
  expect(first?.evidence["address"]).toBe("2001:db8::9");
});
