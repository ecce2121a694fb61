import { printIpv6 } from "../../settings/ipv6.ts";
import { isIpv6Loopback, isMulticastIpv6, isUnspecifiedIpv6 } from "../ipv6-ranges.ts";
import type { InterfaceRule } from "../rule.ts";

export const ipv6AddressUnusable = {
  id: "ipv6.address-unusable",
  severity: "error",
  source: "RFC 4291 2.5.2, 2.5.3, 2.7",
  needs: "ipv6",
  observeOne: ({ ipv6 }) => {
    const address = ipv6?.address ?? null;
    if (address === null || (isUnspecifiedIpv6(address) && ipv6?.isByHand !== true)) {
      return null;
    }
    const range = isUnspecifiedIpv6(address)
      ? "::/128"
      : isIpv6Loopback(address)
        ? "::1/128"
        : isMulticastIpv6(address)
          ? "ff00::/8"
          : null;
    return range === null ? null : { field: "ipv6.address", evidence: { address: printIpv6(address), range } };
  },
} as const satisfies InterfaceRule;
