import { listOffences } from "../policy/judge-servers.ts";
import { proposePolicyServers } from "../proposals/policy.ts";
import type { InterfaceRule } from "../rule.ts";

export const policyServerOperator = {
  id: "dns.server-other-operator",
  severity: "warning",
  source: "the site's policy: operator; RFC 5358 (resolvers answer their own customers only)",
  needs: "policy",
  observeOne: (target, { policy }) => {
    const servers = listOffences(policy, target, "operator");
    return servers.length === 0
      ? null
      : { field: "ipv4.dns", evidence: { servers, operator: policy?.operator ?? null } };
  },
  propose: proposePolicyServers,
} as const satisfies InterfaceRule;
