import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import type { CheckContext } from "../../../electron/core/findings/check-context.ts";
import type { Finding } from "../../../electron/core/findings/finding.ts";
import { preparePolicy } from "../../../electron/core/findings/policy/prepare-policy.ts";
import { solveTogether } from "../../../electron/core/plans/solve-together.ts";
import { applyAssignments } from "../../../electron/core/settings/apply-assignments.ts";
import { printAssignment } from "../../../electron/core/settings/assignment.ts";
import { makeSettings } from "../findings/make-settings.ts";
import { someContext, someSettings } from "../findings/some-settings.ts";

function solve(ipv4: object, context?: CheckContext, around: object = {}) {
  const { assignments, undecided, unsolved } = solveTogether(makeSettings(ipv4, around), context);
  return {
    set: assignments.map(printAssignment),
    undecided: undecided.map((one) => one.set.join(" ")),
    unsolved: unsolved.map(({ rule }) => rule),
  };
}

const late = { clock: { time: "2020-01-01T00:00:00+00:00", aheadSeconds: -172_800 } };

test("a wrong clock is set with the rest, as the last of it", () => {
  const { assignments, unsolved } = solveTogether(makeSettings({ gateway: "192.168.2.1" }, {}, late));
  expect([assignments.map(printAssignment), unsolved]).toEqual([["eth0.ipv4.gateway=192.168.1.1", "clock=now"], []]);
});

test("the clock of a terminal that cannot be set is left to a person", () => {
  const { assignments, undecided, unsolved } = solveTogether(makeSettings({}, {}, late), undefined, ["clock"]);
  expect([assignments, undecided.map((one) => one.set), unsolved.map(({ rule }) => rule)]).toEqual([
    [],
    [["clock=now"]],
    ["clock.wrong"],
  ]);
});

test("several findings are solved by one set of assignments", () => {
  expect(solve({ gateway: "192.168.2.1", dns: ["0.0.0.0", "192.168.1.1", "192.168.1.1"] })).toEqual({
    set: ["eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=192.168.1.1"],
    undecided: [],
    unsolved: [],
  });
});

test("of two values for one field, the one that settles both findings is taken", () => {
  const policy = preparePolicy({ gateway: "192.168.1.254" });
  // By itself the gateway would be the name server, 192.168.1.1; the policy wants another.
  expect(solve({ gateway: "192.168.2.1", dns: ["192.168.1.1"] }, { policy })).toEqual({
    set: ["eth0.ipv4.gateway=192.168.1.254"],
    undecided: [],
    unsolved: [],
  });
});

test("of two equally good corrections none is taken, and the finding is named as unsolved", () => {
  expect(solve({ gateway: "192.168.2.1", dns: ["9.9.9.9", "8.8.8.8"] })).toEqual({
    set: [],
    undecided: ["eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.address=192.168.2.23/24"],
    unsolved: ["ipv4.gateway-outside-subnet"],
  });
});

test("a single guess is left to a person", () => {
  expect(solve({ dns: ["0.0.0.0"] })).toEqual({
    set: [],
    undecided: ["eth0.ipv4.dns=192.168.1.1"],
    unsolved: ["dns.server-unusable"],
  });
});

test("what has no correction is named, and the rest is solved", () => {
  expect(solve({ dns: ["192.168.1.1", "0.0.0.0"] }, undefined, { mtu: 100 })).toEqual({
    set: ["eth0.ipv4.dns=192.168.1.1"],
    undecided: [],
    unsolved: ["link.mtu-too-small"],
  });
});

test("a healthy terminal needs nothing", () => {
  expect(solve({})).toEqual({ set: [], undecided: [], unsolved: [] });
});

test("what is solved together never leaves more wrong than there was", () => {
  const address = fc.constantFrom(
    "192.168.1.23",
    "192.168.1.0",
    "192.168.1.255",
    "192.168.2.1",
    "192.168.1.1",
    "10.0.0.1",
    "x",
  );
  const servers = fc.array(fc.constantFrom("0.0.0.0", "192.168.1.1", "192.168.1.255", "9.9.9.9", "127.0.0.1"), {
    maxLength: 3,
  });
  const prefix = fc.constantFrom(null, 16, 24, 28, 30);
  fc.assert(
    fc.property(address, address, servers, prefix, (own, gateway, dns, prefixLength) => {
      const settings = makeSettings({ address: own, gateway, dns, prefixLength });
      const { assignments, unsolved } = solveTogether(settings);
      const after = applyAssignments(settings, assignments);
      const left = after.ok ? check(after.value).filter(({ severity }) => severity !== "info") : [];
      const count = (of: readonly Finding[]): number => of.filter(({ severity }) => severity === "error").length;
      expect(after.ok).toBe(true);
      expect(count(left)).toBeLessThanOrEqual(count(check(settings)));
      expect(unsolved.map(({ rule }) => rule)).toEqual(left.map(({ rule }) => rule));
    }),
    { numRuns: 500 },
  );
});

test("of settings of every kind, none end worse, and the order of interfaces and routes makes no difference", () => {
  fc.assert(
    fc.property(someSettings, someContext, (settings, makeContext) => {
      const context = makeContext(settings);
      const solved = solveTogether(settings, context);
      const turned = {
        ...settings,
        interfaces: settings.interfaces.toReversed(),
        routes: settings.routes.toReversed(),
      };
      expect(solveTogether(turned, context)).toEqual(solved);
      const after = applyAssignments(settings, solved.assignments);
      const count = (of: readonly Finding[]): number => of.filter(({ severity }) => severity === "error").length;
      expect(after.ok ? count(check(after.value, context)) : -1).toBeLessThanOrEqual(count(check(settings, context)));
      expect(after.ok).toBe(true);
    }),
    { numRuns: 500 },
  );
});
