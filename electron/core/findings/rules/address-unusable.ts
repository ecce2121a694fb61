import { printIpv4 } from "../../settings/ipv4.ts";
import { findNoHostRange, isLoopback } from "../ipv4-ranges.ts";
import { proposeRunningAddress } from "../proposals/running-address.ts";
import type { InterfaceRule } from "../rule.ts";

export const addressUnusable = {
  id: "ipv4.address-unusable",
  severity: "error",
  source: "RFC 1122 3.2.1.3; RFC 6890",
  observeOne: ({ address, isByHand }) => {
    // A DHCP client without a lease may show 0.0.0.0: see ipv4.dhcp-no-address.
    if (address === null || (address === 0 && !isByHand)) {
      return null;
    }
    const range = isLoopback(address) ? "127.0.0.0/8" : findNoHostRange(address);
    return range === null ? null : { field: "ipv4.address", evidence: { address: printIpv4(address), range } };
  },
  propose: proposeRunningAddress,
} as const satisfies InterfaceRule;
