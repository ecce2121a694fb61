import { printIpv4 } from "../../settings/ipv4.ts";
import { readAddress } from "../interface-facts.ts";
import type { InterfaceRule } from "../rule.ts";

/** Ordinary in larger networks; in a shop a second router that hands out addresses is a frequent culprit. */
export const dhcpServerElsewhere = {
  id: "dhcp.server-not-gateway",
  severity: "info",
  source: "RFC 2131 3.1; RFC 2132 9.7",
  needs: "lease",
  observeOne: ({ settings, gateway }) => {
    const lease = settings.running?.ipv4?.lease ?? settings.ipv4?.lease ?? null;
    const server = readAddress(lease?.server ?? null);
    return server === null || gateway === null || server === gateway
      ? null
      : { field: "ipv4.lease", evidence: { server: printIpv4(server), gateway: printIpv4(gateway) } };
  },
} as const satisfies InterfaceRule;
