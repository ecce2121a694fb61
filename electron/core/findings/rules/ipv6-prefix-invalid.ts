import { printIpv6 } from "../../settings/ipv6.ts";
import type { IpSettings } from "../../settings/network-settings.ts";
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
          severity: findWritten(ipv6.settings) === null ? "warning" : "error",
          evidence: { address: printIpv6(ipv6.address), prefixLength: findWritten(ipv6.settings) ?? "—" },
        }
      : null,
} as const satisfies InterfaceRule;

/** As its own value, or behind the address. */
function findWritten({ address, prefixLength }: IpSettings): number | string | null {
  return prefixLength ?? address?.split("/", 2)[1] ?? null;
}
