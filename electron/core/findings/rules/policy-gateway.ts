import { printIpv4 } from "../../settings/ipv4.ts";
import { proposePolicyGateway } from "../proposals/policy.ts";
import type { InterfaceRule } from "../rule.ts";

export const policyGateway = {
  id: "policy.gateway-differs",
  severity: "error",
  source: "the site's policy: gateway",
  needs: "policy",
  observeOne: ({ gateway, isLan }, { policy }) =>
    policy?.gateway == null || gateway === null || !isLan || gateway === policy.gateway
      ? null
      : {
          field: "ipv4.gateway",
          evidence: { gateway: printIpv4(gateway), wanted: printIpv4(policy.gateway) },
        },
  propose: proposePolicyGateway,
} as const satisfies InterfaceRule;
