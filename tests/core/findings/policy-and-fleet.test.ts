// What a site's policy and the other terminals of a fleet add to the rules.
import { expect, test } from "vitest";
import { checkAndJudge, checkFleet } from "../../../electron/core/findings/check.ts";
import { preparePolicy } from "../../../electron/core/findings/policy/prepare-policy.ts";
import { sitePolicySchema } from "../../../electron/core/findings/policy/site-policy.ts";
import { networkSettingsSchema, type NetworkSettings } from "../../../electron/core/settings/network-settings.ts";

function makeTerminal(address: string, mac: string): NetworkSettings {
  const ipv4 = { method: "static", address, prefixLength: 24, gateway: "192.168.1.1", dns: ["192.168.1.1"] };
  const eth0 = { name: "eth0", kind: "ethernet", mac, link: "up", mtu: 1500, ipv4, running: { ipv4 } };
  return networkSettingsSchema.parse({ interfaces: [eth0] });
}

const first = makeTerminal("192.168.1.20", "00:00:5e:00:53:01");

test("an address outside the site's subnets is a finding only where the policy says so", () => {
  const policy = preparePolicy(sitePolicySchema.parse({ version: 1, subnets: ["10.1.0.0/16"] }));
  const without = checkAndJudge(first).findings.map(({ rule }) => rule);
  const within = checkAndJudge(first, { policy }).findings.map(({ rule }) => rule);
  expect([without.length < within.length, within.some((rule) => rule.includes("subnet"))]).toEqual([true, true]);
});

test("the same address on two terminals of a fleet is an error on both, and on no third", () => {
  const fleet = [
    first,
    makeTerminal("192.168.1.20", "00:00:5e:00:53:02"),
    makeTerminal("192.168.1.21", "00:00:5e:00:53:03"),
  ];
  const errors = checkFleet(fleet).map(
    ({ findings }) => findings.filter(({ severity }) => severity === "error").length > 0,
  );
  expect(errors).toEqual([true, true, false]);
});
