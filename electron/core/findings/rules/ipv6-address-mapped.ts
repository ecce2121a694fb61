import { isMapped, printIpv6 } from "../../settings/ipv6.ts";
import type { InterfaceRule } from "../rule.ts";

export const ipv6AddressMapped = {
  id: "ipv6.address-mapped",
  severity: "error",
  source: "RFC 4291 2.5.5.2; RFC 6890",
  needs: "ipv6",
  observeOne: ({ ipv6 }) =>
    ipv6?.address != null && isMapped(ipv6.address)
      ? { field: "ipv6.address", evidence: { address: printIpv6(ipv6.address), range: "::ffff:0:0/96" } }
      : null,
} as const satisfies InterfaceRule;
