import { printIpv6Cidr } from "../../settings/ipv6.ts";
import type { InterfaceRule } from "../rule.ts";

/** /127 between two routers is right (RFC 6164); what DHCPv6 leases is a /128, so only a person's own prefix is judged. */
export const ipv6PrefixUnusual = {
  id: "ipv6.prefix-unusual",
  severity: "warning",
  source: "RFC 4291 2.5.4; RFC 6164; RFC 7421",
  needs: "ipv6",
  observeOne: ({ ipv6, isLan }) => {
    const subnet = ipv6?.isByHand === true ? ipv6.subnet : null;
    return subnet !== null && isLan && subnet.prefixLength !== 64 && subnet.prefixLength !== 127
      ? { field: "ipv6.prefixLength", evidence: { address: printIpv6Cidr(subnet), prefixLength: subnet.prefixLength } }
      : null;
  },
} as const satisfies InterfaceRule;
