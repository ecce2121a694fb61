import { listOffences } from "../policy/judge-servers.ts";
import { proposePolicyServers } from "../proposals/policy.ts";
import type { InterfaceRule } from "../rule.ts";

export const policyServerForbidden = {
  id: "policy.server-forbidden",
  severity: "error",
  source: "the site's policy: dns.forbidden",
  needs: "policy",
  observeOne: (target, { policy }) => {
    const servers = listOffences(policy, target, "forbidden");
    return servers.length === 0 ? null : { field: "ipv4.dns", evidence: { servers } };
  },
  propose: proposePolicyServers,
} as const satisfies InterfaceRule;
