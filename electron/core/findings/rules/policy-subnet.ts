import { isInside, printNetwork } from "../../settings/cidr.ts";
import { proposePolicySubnet } from "../proposals/policy.ts";
import type { InterfaceRule } from "../rule.ts";

export const policySubnet = {
  id: "policy.subnet-not-allowed",
  severity: "error",
  source: "the site's policy: subnets",
  needs: "policy",
  observeOne: ({ subnet, isLan }, { policy }) =>
    policy === null ||
    subnet === null ||
    !isLan ||
    policy.subnets.length === 0 ||
    policy.subnets.some((allowed) => isInside(subnet.address, allowed))
      ? null
      : {
          field: "ipv4.address",
          evidence: { subnet: printNetwork(subnet), allowed: policy.subnets.map(({ text }) => text) },
        },
  propose: proposePolicySubnet,
} as const satisfies InterfaceRule;
