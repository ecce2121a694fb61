import { proposeServers } from "../proposals/servers.ts";
import type { InterfaceRule } from "../rule.ts";

/** Only what a person listed: two leases that name the same server are ordinary. */
export const serverDuplicate = {
  id: "dns.server-duplicate",
  severity: "warning",
  source: "RFC 1123 6.1.3.2",
  observeOne: ({ ipv4, isByHand }) => {
    if (!isByHand || ipv4.dns.length < 2 || isDistinct(ipv4.dns)) {
      return null;
    }
    const seen = new Set<string>();
    const servers = [...new Set(ipv4.dns.filter((server) => seen.has(server) || !seen.add(server)))];
    return servers.length > 0 ? { field: "ipv4.dns", evidence: { servers } } : null;
  },
  propose: proposeServers,
} as const satisfies InterfaceRule;

function isDistinct(servers: readonly string[]): boolean {
  return new Set(servers).size === servers.length;
}
