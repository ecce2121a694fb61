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
  ["an MTU of 500", ["error link.mtu-too-small"], { around: { mtu: 500 } }],
  ["an MTU of 1000", ["warning link.mtu-unusual"], { around: { mtu: 1000 } }],
  [
    "an MTU of 1200 with IPv6",
    ["error link.mtu-too-small"],
    { around: { mtu: 1200, ...by({ address: "240e::9" }).around } },
  ],
  [
    "Wi-Fi and Ethernet on one router",
    ["info ipv4.subnets-overlap"],
    two(second({ address: "192.168.1.9", gateway: "192.168.1.1", dns: ["192.168.1.1"] })),
  ],
  ["the unspecified IPv6 address", ["error ipv6.address-unusable"], by({ address: "::" })],
  ["a documentation address", ["warning ipv6.address-documentation"], by({ address: "2001:db8::9" })],
  ["a unique local address", ["info ipv6.address-unique-local"], by({ address: "fd00::9" })],
  ["a host cut short", ["error host.name-syntax"], host({ host: "203.0.113" })],
  ["port 0", ["error host.port-invalid"], host({ port: 0 })],
  ["the port of DNS", ["warning host.port-unusual"], host({ port: 53 })],
  ["a clock ten minutes off", ["warning clock.wrong"], { terminal: { clock: { aheadSeconds: 600 } } }],
  ["weak Wi-Fi", ["warning wifi.signal-weak"], { around: { kind: "wifi", wifi: { ...wifi, signalDbm: -80 } } }],
  ["a weak CSQ", ["warning cellular.signal-weak"], { around: { cellular: { csq: 7 } } }],
  ["a weak RSRP", ["warning cellular.signal-weak"], { around: { cellular: { csq: 15, rsrpDbm: -118 } } }],
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
  expect(name({}, { pc: { ...pc, sharesRouter: true } })).toEqual(["warning ipv4.subnet-not-this-pc"]);
  expect(name({}, { pc: { ...pc, sharesRouter: false } })).toEqual([]);
});

test("this PC's gateway is the best guess on the same router", () => {
  const pc = {
    interfaces: [{ name: "en0", address: "192.168.1.5", prefixLength: 24, gateway: "192.168.1.254" }],
    sharesRouter: true,
  };
  const [first] = check(makeSettings({ gateway: "192.168.2.1", dns: ["192.168.1.1"] }), { pc });
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
