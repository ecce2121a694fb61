import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
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
const someInterface = fc.record({
  name: fc.constantFrom("eth0", "eth1", "wlan0", "lo", "eth0.10"),
  kind: fc.constantFrom("ethernet", "ethernet", "wifi", "cellular", "bridge", "virtual", null),
  mac: fc.constantFrom("00:00:00:00:00:00", "00:1a:2b:3c:4d:5e", "?", null),
  link: fc.constantFrom("up", "down", null),
  manager: fc.constantFrom("ifupdown", "connman", null),
  ipv4: fc.option(someIpv4, { freq: 9 }),
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
    hosts: fc.array(fc.record({ host: fc.constantFrom("pos.example", "192.168.1.9", "9.9.9.9") }), { maxLength: 2 }),
  })
  .map((settings): NetworkSettings => networkSettingsSchema.parse(settings));

const nameOf = (finding: Finding): string => `${finding.rule}@${finding.interface}`;

test("every correction removes its finding and adds no error", () => {
  let tried = 0;
  fc.assert(
    fc.property(someSettings, (settings) => {
      const before = check(settings);
      for (const finding of before) {
        for (const correction of finding.corrections) {
          const assignments = correction.set.flatMap((text) => {
            const parsed = parseAssignment(text);
            return parsed.ok ? [parsed.value] : [];
          });
          const applied = applyAssignments(settings, assignments);
          const after = applied.ok ? check(applied.value) : before;
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
    fc.property(someSettings, (settings) => {
      const turned = {
        ...settings,
        interfaces: settings.interfaces.toReversed(),
        routes: settings.routes.toReversed(),
      };
      expect(check(turned)).toEqual(check(settings));
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
    fc.property(someSettings, (settings) => {
      const sentences = check(settings).flatMap(({ message, why, corrections }) =>
        [message, why, ...corrections.map((correction) => correction.reason)].flatMap((text) => [
          text.en,
          text["zh-CN"],
        ]),
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
