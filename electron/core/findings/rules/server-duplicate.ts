import { proposeServers } from "../proposals/servers.ts";
import { observeInterfaces, type Rule } from "../rule.ts";

/** Only what a person listed: two leases that name the same server are ordinary. */
export const serverDuplicate = {
  id: "dns.server-duplicate",
  severity: "warning",
  source: "RFC 1123 6.1.3.2",
  observe: (terminal) =>
    observeInterfaces(terminal, ({ ipv4, isByHand }) => {
      const servers = [...new Set(ipv4.dns.filter((server, place) => ipv4.dns.indexOf(server) !== place))];
      return isByHand && servers.length > 0 ? { field: "ipv4.dns", evidence: { servers } } : null;
    }),
  propose: proposeServers,
} as const satisfies Rule;
