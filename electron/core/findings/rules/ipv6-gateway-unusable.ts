import { isMapped, isSameIpv6, parseIpv6 } from "../../settings/ipv6.ts";
import { isIpv6Loopback, isMulticastIpv6, isUnspecifiedIpv6 } from "../ipv6-ranges.ts";
import type { InterfaceRule } from "../rule.ts";

/** A link-local router is right, with a zone or without: the interface is its zone. `::` stands for none. */
export const ipv6GatewayUnusable = {
  id: "ipv6.gateway-unusable",
  severity: "error",
  source: "RFC 4291 2.2, 2.5.3, 2.7; RFC 4861 4.2",
  needs: "ipv6",
  observeOne: ({ ipv6, isPointToPoint }) => {
    const text = ipv6?.settings.gateway ?? "";
    const parsed = text === "" || isPointToPoint ? null : parseIpv6(text);
    if (parsed === null || ipv6 === null || (parsed.ok && isUnspecifiedIpv6(parsed.value.address))) {
      return null;
    }
    const fault = parsed.ok ? findFault(parsed.value.address, ipv6.address) : parsed.failure;
    return fault === null ? null : { field: "ipv6.gateway", evidence: { gateway: text, fault } };
  },
} as const satisfies InterfaceRule;

function findFault(gateway: readonly number[], own: readonly number[] | null): string | null {
  if (isMulticastIpv6(gateway)) return "multicast";
  if (isIpv6Loopback(gateway)) return "loopback";
  if (isMapped(gateway)) return "ipv4-mapped";
  return own !== null && isSameIpv6(gateway, own) ? "self" : null;
}
