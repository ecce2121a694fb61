import { listOffences } from "../policy/judge-servers.ts";
import { proposeServers } from "../proposals/servers.ts";
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
  propose: proposeServers,
} as const satisfies InterfaceRule;
