import { printIpv4 } from "../../settings/ipv4.ts";
import { proposeFreeAddress } from "../proposals/free-address.ts";
import type { InterfaceRule } from "../rule.ts";

/** Only an address that a person fixed: from the pool the server would give it to another device as well. */
export const policyPool = {
  id: "policy.address-in-pool",
  severity: "error",
  source: "the site's policy: dhcpPool; RFC 2131 3.1",
  needs: "policy",
  observeOne: ({ subnet, isByHand, isLan, ipv4 }, { policy }) => {
    if (policy === null || subnet === null || !isByHand || !isLan || ipv4.method !== "static") {
      return null;
    }
    const pool = policy.pools.find(({ first, last }) => subnet.address >= first && subnet.address <= last);
    return pool === undefined
      ? null
      : { field: "ipv4.address", evidence: { address: printIpv4(subnet.address), pool: pool.text } };
  },
  propose: proposeFreeAddress,
} as const satisfies InterfaceRule;
