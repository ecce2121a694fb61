import { listOffences } from "../policy/judge-servers.ts";
import { proposeServers } from "../proposals/servers.ts";
import type { InterfaceRule } from "../rule.ts";

export const policyServerOperator = {
  id: "dns.server-other-operator",
  severity: "warning",
  source: "the site's policy: operator; RFC 5358",
  needs: "policy",
  observeOne: (target, { policy }) => {
    const servers = listOffences(policy, target, "operator");
    return servers.length === 0
      ? null
      : { field: "ipv4.dns", evidence: { servers, operator: policy?.operator ?? null } };
  },
  propose: proposeServers,
} as const satisfies InterfaceRule;
