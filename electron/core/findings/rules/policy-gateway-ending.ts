import { printIpv4 } from "../../settings/ipv4.ts";
import { proposePolicyGateway } from "../proposals/policy.ts";
import type { InterfaceRule } from "../rule.ts";

/** Silent where the policy names the whole gateway. */
export const policyGatewayEnding = {
  id: "policy.gateway-ending",
  severity: "warning",
  source: "the site's policy: gatewayEndsIn",
  needs: "policy",
  observeOne: ({ gateway, isLan }, { policy }) => {
    const ending = policy?.entries.gatewayEndsIn;
    return ending === undefined || policy?.gateway !== null || gateway === null || !isLan || (gateway & 255) === ending
      ? null
      : { field: "ipv4.gateway", evidence: { gateway: printIpv4(gateway), ending } };
  },
  propose: proposePolicyGateway,
} as const satisfies InterfaceRule;
