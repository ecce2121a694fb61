import { printIpv6 } from "../../settings/ipv6.ts";
import { findDocumentationRange } from "../ipv6-ranges.ts";
import type { InterfaceRule } from "../rule.ts";

export const ipv6AddressDocumentation = {
  id: "ipv6.address-documentation",
  severity: "warning",
  source: "RFC 3849; RFC 9637",
  needs: "ipv6",
  observeOne: ({ ipv6 }) => {
    const range = ipv6?.address == null ? null : findDocumentationRange(ipv6.address);
    return ipv6?.address == null || range === null
      ? null
      : { field: "ipv6.address", evidence: { address: printIpv6(ipv6.address), range } };
  },
} as const satisfies InterfaceRule;
