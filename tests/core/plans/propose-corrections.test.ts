import { expect, test } from "vitest";
import { check } from "../../../electron/core/findings/check.ts";
import { proposeCorrections } from "../../../electron/core/plans/propose-corrections.ts";
import { printAssignment } from "../../../electron/core/settings/assignment.ts";
import { makeSettings } from "../findings/make-settings.ts";

function propose(ipv4: object) {
  const { assignments, undecided } = proposeCorrections(check(makeSettings(ipv4)));
  return { set: assignments.map(printAssignment), undecided: undecided.map((one) => one.set.join(" ")) };
}

test("corrections of several findings are taken together, once each", () => {
  expect(propose({ gateway: "192.168.2.1", dns: ["0.0.0.0", "192.168.1.1", "192.168.1.1"] })).toEqual({
    set: ["eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=192.168.1.1"],
    undecided: [],
  });
});

test("of two equally good corrections none is taken", () => {
  expect(propose({ gateway: "192.168.2.1", dns: ["9.9.9.9"] })).toEqual({
    set: [],
    undecided: ["eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.address=192.168.2.23/24"],
  });
});

test("a single guess is left to a person", () => {
  expect(propose({ dns: ["0.0.0.0"] })).toEqual({ set: [], undecided: ["eth0.ipv4.dns=192.168.1.1"] });
});

test("a healthy terminal needs nothing", () => {
  expect(propose({})).toEqual({ set: [], undecided: [] });
});
