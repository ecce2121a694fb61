import { printIpv6 } from "../../settings/ipv6.ts";
import type { InterfaceRule } from "../rule.ts";

/** Missing, 0, or more than 128 bits. Judged only where a person set it. */
export const ipv6PrefixInvalid = {
  id: "ipv6.prefix-invalid",
  severity: "error",
  source: "RFC 4291 2.3",
  needs: "ipv6",
  observeOne: ({ ipv6 }) =>
    ipv6?.isByHand === true && ipv6.address !== null && ipv6.subnet === null
      ? {
          field: "ipv6.prefixLength",
          severity: ipv6.settings.prefixLength === null ? "warning" : "error",
          evidence: { address: printIpv6(ipv6.address), prefixLength: ipv6.settings.prefixLength ?? "—" },
        }
      : null,
} as const satisfies InterfaceRule;
