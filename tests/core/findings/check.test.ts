import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { applyAssignments } from "../../../electron/core/settings/apply-assignments.ts";
import { parseAssignment } from "../../../electron/core/settings/assignment.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";

import { someContext, someSettings } from "./some-settings.ts";

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
  const garbage = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "__proto__",
      "constructor",
      "{interface}",
      "%",
      "::%",
      "/",
      "1.2.3.4/",
      "\u0000",
      "１９２。１６８。１。１",
    ),
  );
  const many = fc.array(garbage, { maxLength: 3 });
  const ip = fc.record({
    method: fc.constantFrom("static", "dhcp", null),
    address: garbage,
    gateway: garbage,
    dns: many,
    additional: many,
  });
  const settings = fc.record({
    interfaces: fc.array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 40, unit: "binary" }),
        kind: fc.constantFrom("ethernet", "wifi", "cellular", null),
        mac: garbage,
        ipv4: ip,
        ipv6: ip,
        running: fc.record({ ipv4: ip, ipv6: ip }),
        wifi: fc.record({ ssid: garbage, passphrase: garbage }),
        cellular: fc.record({ apn: garbage }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    routes: fc.array(fc.record({ destination: garbage, gateway: garbage, interface: garbage }), { maxLength: 2 }),
    nameServers: fc.array(fc.record({ address: garbage }), { maxLength: 2 }),
    hosts: fc.array(fc.record({ host: garbage, port: fc.nat() }), { maxLength: 2 }),
    tpdu: garbage,
    terminal: fc.record({ hostName: garbage, serialNumber: garbage }),
    clock: fc.record({ time: garbage, aheadSeconds: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
    site: garbage,
  });
  fc.assert(
    fc.property(settings, someContext, (input, makeContext) => {
      const parsed = networkSettingsSchema.parse(input);
      expect(check(parsed, makeContext(parsed)).length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
