import { printIpv6 } from "../../settings/ipv6.ts";
import { isUniqueLocal } from "../ipv6-ranges.ts";
import type { InterfaceRule } from "../rule.ts";

export const ipv6AddressLocal = {
  id: "ipv6.address-unique-local",
  severity: "info",
  source: "RFC 4193",
  needs: "ipv6",
  observeOne: ({ ipv6 }) =>
    ipv6?.address != null && isUniqueLocal(ipv6.address)
      ? { field: "ipv6.address", evidence: { address: printIpv6(ipv6.address), range: "fc00::/7" } }
      : null,
} as const satisfies InterfaceRule;
