import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import type { CheckContext } from "../../../electron/core/findings/check-context.ts";
import { indexFleet } from "../../../electron/core/findings/fleet.ts";
import { preparePolicy } from "../../../electron/core/findings/policy/prepare-policy.ts";
import { type SitePolicy, sitePolicySchema } from "../../../electron/core/findings/policy/site-policy.ts";
import { gatherFacts } from "../../../electron/core/findings/terminal-facts.ts";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { applyAssignments } from "../../../electron/core/settings/apply-assignments.ts";
import { parseAssignment } from "../../../electron/core/settings/assignment.ts";
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
const someSettings = fc
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
const someContext = fc.oneof(
  fc.constant(() => plain),
  somePolicy.map((policy) => () => ({ ...plain, policy: preparePolicy(policy) })),
  somePolicy.map((policy) => (settings: NetworkSettings) => {
    const index = indexFleet([settings, settings].map((one) => gatherFacts(one, plain)));
    return { ...plain, policy: preparePolicy(policy), fleet: { index, self: 0 } };
  }),
);

const plain: CheckContext = { neighbours: [{ interface: "eth0", address: "192.168.1.254" }] };

const nameOf = (finding: Finding): string => `${finding.rule}@${finding.interface}`;

test("every correction removes its finding and adds no error", () => {
  let tried = 0;
  fc.assert(
    fc.property(someSettings, someContext, (settings, makeContext) => {
      const context = makeContext(settings);
      const before = check(settings, context);
      for (const finding of before) {
        for (const correction of finding.corrections) {
          const assignments = correction.set.flatMap((text) => {
            const parsed = parseAssignment(text);
            return parsed.ok ? [parsed.value] : [];
          });
          const applied = applyAssignments(settings, assignments);
          const after = applied.ok ? check(applied.value, context) : before;
          const known = new Set(before.map(nameOf));
          expect(after.map(nameOf)).not.toContain(nameOf(finding));
          expect(after.filter((one) => one.severity === "error" && !known.has(nameOf(one)))).toEqual([]);
          tried++;
        }
      }
    }),
    { numRuns: 1000 },
  );
  expect(tried).toBeGreaterThan(200);
});

test("the order of interfaces and routes makes no difference", () => {
  fc.assert(
    fc.property(someSettings, someContext, (settings, makeContext) => {
      const context = makeContext(settings);
      const turned = {
        ...settings,
        interfaces: settings.interfaces.toReversed(),
        routes: settings.routes.toReversed(),
      };
      expect(check(turned, context)).toEqual(check(settings, context));
    }),
    { numRuns: 1000 },
  );
});

test("findings come by severity, then by interface, with those of the whole terminal last", () => {
  fc.assert(
    fc.property(someSettings, (settings) => {
      const keys = check(settings).map(
        ({ severity, interface: name }) => `${["error", "warning", "info"].indexOf(severity)} ${name ?? "\uffff"}`,
      );
      expect(keys).toEqual(keys.toSorted());
    }),
  );
});

test("every sentence has its values filled in, in both languages", () => {
  fc.assert(
    fc.property(someSettings, someContext, (settings, makeContext) => {
      const findings = check(settings, makeContext(settings));
      const sentences = findings.flatMap(({ message, why, technical, policy, corrections }) =>
        [message, why, technical, policy?.message, ...corrections.map((correction) => correction.reason)].flatMap(
          (text) => (text === undefined ? [] : [text.en, text["zh-CN"]]),
        ),
      );
      expect(sentences.filter((text) => /[{}]|undefined|null/.test(text))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("no text in any field makes a check fail", () => {
  const garbage = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(garbage, garbage, fc.array(garbage, { maxLength: 3 }), (address, gateway, dns) => {
      const ipv4 = { method: "static", address, gateway, dns, additional: dns };
      expect(
        check(networkSettingsSchema.parse({ interfaces: [{ name: "eth0", mac: address, ipv4 }] })).length,
      ).toBeGreaterThan(0);
    }),
  );
});

/** Everything as large as the schema lets it be, and all of it wrong. */
function makeAbsurd(): NetworkSettings {
  const many = <Item>(count: number, make: (place: number) => Item): readonly Item[] =>
    Array.from({ length: count }, (_, place) => make(place));
  return networkSettingsSchema.parse({
    interfaces: many(256, (place) => ({
      name: `eth${place}`,
      kind: "ethernet",
      mac: "00:00:00:00:00:00",
      link: "up",
      mtu: 100,
      ipv4: {
        method: "static",
        address: `192.168.${place}.255`,
        prefixLength: 24,
        gateway: "10.0.0.1",
        dns: many(64, (server) => (server % 2 === 0 ? "0.0.0.0" : `192.168.${server}.255`)),
      },
    })),
    routes: many(4096, (place) => ({ destination: "0.0.0.0/0", gateway: "1.2.3.4", interface: `eth${place % 256}` })),
    nameServers: many(64, (place) => ({ address: `bad${place}` })),
    hosts: many(64, (place) => ({ host: `-x${place}`, port: 0 })),
  });
}

/** Milliseconds of the quickest of several, so that a busy machine does not count. */
function timeBest(run: () => void): number {
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test("256 broken interfaces with 64 servers each are checked within 10 ms", () => {
  const absurd = makeAbsurd();
  expect(timeBest(() => check(absurd))).toBeLessThan(10);
});

test("no settings take more than 10 ms", () => {
  let slowest = 0;
  fc.assert(
    fc.property(someSettings, someContext, (settings, makeContext) => {
      const context = makeContext(settings);
      const start = performance.now();
      check(settings, context);
      const elapsed = performance.now() - start;
      // Something else may have had the processor: only what is slow again is slow.
      slowest = Math.max(slowest, elapsed > 10 ? timeBest(() => check(settings, context)) : elapsed);
    }),
    { numRuns: 1000 },
  );
  expect(slowest).toBeLessThan(10);
});
