import { expect, test } from "vitest";
import { findProfile, readProfile } from "../../../../../electron/core/dialects/linux-console/facts/networkmanager.ts";
import { parseSections } from "../../../../../electron/core/dialects/linux-console/facts/sections.ts";
import { readCapture } from "./corpus.ts";

const devices = readCapture("networkmanager-profiles", "devices");
const profiles = readCapture("networkmanager-profiles", "profiles");
const sections = parseSections([`\n=k nm\n${devices}\n=k nc\n${profiles}`], "k");

function read(index: number, ownsDns: boolean): unknown {
  const profile = findProfile(sections, { index });
  return profile && readProfile(profile, ownsDns);
}

test("the profile of a device is found by its index among all that are active", () => {
  expect(read(2, true)).toEqual({
    ipv4: {
      method: "static",
      address: "192.168.1.20",
      prefixLength: 24,
      gateway: "192.168.1.1",
      dns: ["192.168.1.1", "9.9.9.9"],
      additional: ["10.1.1.1/8"],
    },
    ipv6: {
      method: "static",
      address: "fd00::20",
      prefixLength: 64,
      gateway: "fd00::1",
      dns: ["fd00::1"],
      additional: [],
    },
  });
});

test("where it does not pass name servers on, they are left to resolv.conf", () => {
  expect(read(2, false)).toMatchObject({ ipv4: { dns: null }, ipv6: { dns: null } });
});

test("a device without a profile has none", () => {
  expect(read(3, true)).toBe(null);
});

test.each([
  ["auto", "dhcp"],
  ["link-local", "link-local"],
  ["disabled", "none"],
])("the method %s is %s", (method, expected) => {
  const printed = profiles.replaceAll(/ipv4\.method:.*/g, `ipv4.method:${method}`);
  const profile = findProfile(parseSections([`\n=k nm\n${devices}\n=k nc\n${printed}`], "k"), { index: 2 });
  expect(profile && readProfile(profile, true).ipv4?.method).toBe(expected);
});

test("a profile that two devices share belongs to neither alone", () => {
  const twice = `${devices}3:connection-uuid=7c3f2a0e-0a3b-4b53-9a5e-111111111111\n`;
  const shared = parseSections([`\n=k nm\n${twice}\n=k nc\n${profiles}`], "k");
  expect([findProfile(shared, { index: 2 })?.isOwn, findProfile(sections, { index: 2 })?.isOwn]).toEqual([false, true]);
});
