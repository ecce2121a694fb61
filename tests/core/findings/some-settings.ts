// Settings and contexts of every kind, for properties that hold for all of them.
import fc from "fast-check";
import type { CheckContext } from "../../../electron/core/findings/check-context.ts";
import { indexFleet } from "../../../electron/core/findings/fleet.ts";
import { FleetPromises } from "../../../electron/core/findings/fleet-place.ts";
import { preparePolicy } from "../../../electron/core/findings/policy/prepare-policy.ts";
import { type SitePolicy, sitePolicySchema } from "../../../electron/core/findings/policy/site-policy.ts";
import { gatherFacts } from "../../../electron/core/findings/terminal-facts.ts";
import { type NetworkSettings, networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";

// Few values, so that they meet: equal, neighbouring and contradicting ones are where rules go wrong.
const someAddress = fc.oneof(
  fc.constantFrom("192.168.1.1", "192.168.1.23", "192.168.2.1", "192.168.1.0", "192.168.1.255", "10.0.0.1", "0.0.0.0"),
  fc.constantFrom(
    "127.0.0.1",
    "127.0.0.53",
    "169.254.3.4",
    "224.0.0.1",
    "192.0.2.1",
    "255.255.255.255",
    "",
    "x",
    "1.2.3",
  ),
  fc.constantFrom("192.168.1.23/0.0.0.255", "192.168.1.23/255.0.255.0", "192.168.01.1", "fe80::1%eth0"),
  fc.ipV4(),
);
const someIpv4 = fc.record({
  method: fc.constantFrom("static", "static", "dhcp", "link-local", "none", null),
  address: fc.option(someAddress),
  prefixLength: fc.option(fc.constantFrom(0, 1, 8, 16, 23, 24, 25, 28, 30, 31, 32, 33, 128)),
  gateway: fc.option(someAddress),
  dns: fc.array(someAddress, { maxLength: 3 }),
  additional: fc.array(fc.constantFrom("10.0.0.9/24", "x", "192.168.2.9/24"), { maxLength: 1 }),
});
const someIpv6 = fc.record({
  method: fc.constantFrom("static", "dhcp", null),
  address: fc.constantFrom(
    "240e::9",
    "2001:db8::9",
    "fe80::9",
    "ff02::1",
    "::",
    "::1",
    "::ffff:1.2.3.4",
    "x",
    "240e::9/200",
  ),
  prefixLength: fc.constantFrom(null, 0, 48, 64, 127, 128),
  gateway: fc.constantFrom(null, "fe80::1", "240f::1", "240e::9", "ff02::2", "x"),
  dns: fc.constantFrom([], ["fe80::1"], ["::1"], ["240e::53", "ff02::1"]),
});
const someInterface = fc.record({
  name: fc.constantFrom("eth0", "eth1", "wlan0", "lo", "eth0.10"),
  kind: fc.constantFrom("ethernet", "ethernet", "wifi", "cellular", "bridge", "virtual", null),
  mac: fc.constantFrom("00:00:00:00:00:00", "00:1a:2b:3c:4d:5e", "?", null),
  link: fc.constantFrom("up", "down", null),
  manager: fc.constantFrom("ifupdown", "connman", null),
  mtu: fc.constantFrom(null, 100, 1000, 1500, 9000),
  ipv4: fc.option(someIpv4, { freq: 9 }),
  ipv6: fc.option(someIpv6, { freq: 1 }),
  wifi: fc.option(
    fc.record({
      ssid: fc.constantFrom("shop", "x".repeat(40)),
      security: fc.constantFrom("open", "wpa2", null),
      passphrase: fc.constantFrom(null, "short"),
      signalDbm: fc.constantFrom(null, -90),
    }),
    { freq: 1 },
  ),
  cellular: fc.option(
    fc.record({
      apn: fc.constantFrom(null, "rac1"),
      csq: fc.constantFrom(null, 5, 99),
      rsrpDbm: fc.constantFrom(null, -120),
      registration: fc.constantFrom(null, "denied", "home"),
    }),
    { freq: 1 },
  ),
  running: fc.option(fc.record({ ipv4: fc.option(someIpv4) })),
});
export const someSettings = fc
  .record({
    interfaces: fc.uniqueArray(someInterface, { maxLength: 3, selector: (one) => one.name }),
    routes: fc.array(
      fc.record({
        destination: fc.constantFrom("0.0.0.0/0", "192.168.0.0/16", "192.168.2.1/32", "::/0", "default"),
        gateway: fc.option(someAddress),
        interface: fc.constantFrom("eth0", "wlan0", null),
      }),
      { maxLength: 3 },
    ),
    nameServers: fc.array(fc.record({ address: someAddress }), { maxLength: 3 }),
    hosts: fc.array(
      fc.record({
        host: fc.constantFrom("pos.example", "192.168.1.9", "9.9.9.9", "pos_1", "0.0.0.0", "fe80::1"),
        port: fc.constantFrom(null, 0, 53, 80, 5000),
        tls: fc.constantFrom(null, true, false),
      }),
      { maxLength: 2 },
    ),
    neighbours: fc.constantFrom(undefined, [{ interface: "eth0", address: "192.168.1.254" }]),
    tpdu: fc.constantFrom(null, "6000030000", "600003"),
    terminal: fc.option(
      fc.record({ serialNumber: fc.constantFrom(null, "A1"), hostName: fc.constantFrom("pos-1", "a b") }),
    ),
    clock: fc.option(fc.record({ aheadSeconds: fc.constantFrom(0, 700, -100_000) })),
  })
  .map((settings): NetworkSettings => networkSettingsSchema.parse(settings));

const somePolicy: fc.Arbitrary<SitePolicy> = fc
  .record(
    {
      subnets: fc.constantFrom(["192.168.1.0/24"], ["10.0.0.0/8", "192.168.2.0/24"]),
      dhcpPool: fc.constantFrom("192.168.1.20-192.168.1.200", "10.0.0.1-10.0.0.9"),
      gateway: fc.constantFrom("192.168.1.1", "10.0.0.1"),
      gatewayEndsIn: fc.constantFrom(1, 254),
      dns: fc.record(
        {
          required: fc.constantFrom(["192.168.1.1"], ["10.0.0.1"]),
          forbidden: fc.constant(["9.9.9.9"]),
          forbidPublic: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      hosts: fc.constant([{ host: "pos.example", port: 5000 }]),
      namePattern: fc.constant("pos-#"),
      rules: fc.constantFrom({ "ipv4.gateway-outside-subnet": "off" as const }, { "ipv4.drift": "error" as const }),
    },
    { requiredKeys: [] },
  )
  .map((policy) => sitePolicySchema.parse(policy));

/** Nothing, a policy, or a policy and a fleet in which the terminal's own settings stand a second time. */
export const someContext = fc.oneof(
  fc.constant(() => plain),
  somePolicy.map((policy) => () => ({ ...plain, policy: preparePolicy(policy) })),
  somePolicy.map((policy) => (settings: NetworkSettings) => {
    const index = indexFleet(
      [settings, settings].map((one) => gatherFacts(one, plain)),
      (place) => place + 1,
    );
    return { ...plain, policy: preparePolicy(policy), fleet: { index, self: 0, promises: new FleetPromises() } };
  }),
);

const plain: CheckContext = {};
