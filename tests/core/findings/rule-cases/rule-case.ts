// A terminal that a rule tells of, and one that looks much like it and is right.
import { checkFleet } from "../../../../electron/core/findings/check.ts";
import type { PcNetworks } from "../../../../electron/core/findings/check-context.ts";
import type { Finding } from "../../../../electron/core/findings/finding.ts";
import { preparePolicy } from "../../../../electron/core/findings/policy/prepare-policy.ts";
import { type SitePolicy, sitePolicySchema } from "../../../../electron/core/findings/policy/site-policy.ts";
import { makeSettings } from "../make-settings.ts";

/** What is laid over a healthy terminal. */
export interface Sample {
  readonly ipv4?: object;
  /** The rest of its interface. */
  readonly around?: object;
  /** The rest of the terminal. */
  readonly terminal?: object;
  readonly policy?: SitePolicy;
  readonly pc?: PcNetworks;
  /** Another terminal of the fleet. */
  readonly other?: Sample;
}

export interface RuleCase {
  readonly tells: readonly [string, Sample];
  readonly silent: readonly [string, Sample];
  /** When one mistake is seen by several rules: all of them, in order. */
  readonly all?: readonly string[];
}

export function checkSample(sample: Sample): readonly Finding[] {
  const { policy, pc, other } = sample;
  const context = { pc: pc ?? null, policy: policy ? preparePolicy(sitePolicySchema.parse(policy)) : null };
  const fleet = [sample, ...(other === undefined ? [] : [other])].map((one) =>
    makeSettings(one.ipv4, one.around, one.terminal),
  );
  return checkFleet(fleet, context)[0]?.findings ?? [];
}

/** An interface beside the first one. */
export function second(ipv4: object, around: object = {}): object {
  return {
    name: "eth1",
    kind: "ethernet",
    link: "up",
    ipv4: { method: "static", address: "10.0.0.9", prefixLength: 24, ...ipv4 },
    ...around,
  };
}

export function beside(other: object): Sample {
  return { terminal: { interfaces: [...makeSettings().interfaces, other] } };
}

export const dhcp = { method: "dhcp", address: null, prefixLength: null, gateway: null, dns: [] };

export const leased = {
  method: "dhcp",
  address: "192.168.1.50",
  prefixLength: 24,
  gateway: "192.168.1.1",
  dns: ["192.168.1.1"],
};
