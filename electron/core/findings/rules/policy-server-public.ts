import { listOffences } from "../policy/judge-servers.ts";
import { proposeServers } from "../proposals/servers.ts";
import type { InterfaceRule } from "../rule.ts";

export const policyServerPublic = {
  id: "policy.server-public",
  severity: "warning",
  source: "the site's policy: dns.forbidPublic",
  needs: "policy",
  observeOne: (target, { policy }) => {
    const servers = listOffences(policy, target, "public");
    return servers.length === 0 ? null : { field: "ipv4.dns", evidence: { servers } };
  },
  propose: proposeServers,
} as const satisfies InterfaceRule;
