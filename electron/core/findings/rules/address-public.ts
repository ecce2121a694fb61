import { printIpv4 } from "../../settings/ipv4.ts";
import { isPublic } from "../ipv4-ranges.ts";
import type { InterfaceRule } from "../rule.ts";

/** Information where a server gave it: then the line itself ends at the terminal. */
export const addressPublic = {
  id: "ipv4.address-public",
  severity: "warning",
  source: "RFC 1918 3; RFC 6890; PCI DSS 4 1.4.2",
  observeOne: ({ address, subnet, isLan, isByHand }) =>
    address !== null && subnet !== null && isLan && isPublic(address)
      ? { field: "ipv4.address", severity: isByHand ? "warning" : "info", evidence: { address: printIpv4(address) } }
      : null,
} as const satisfies InterfaceRule;
