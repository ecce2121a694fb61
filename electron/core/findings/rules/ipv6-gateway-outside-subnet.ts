import { isInsideIpv6, printIpv6, printIpv6Cidr } from "../../settings/ipv6.ts";
import { isLinkLocalIpv6, isMulticastIpv6, isUnspecifiedIpv6 } from "../ipv6-ranges.ts";
import type { InterfaceRule } from "../rule.ts";

/** A warning: unlike IPv4, some hosters route a router's address onto the link. */
export const ipv6GatewayOutsideSubnet = {
  id: "ipv6.gateway-outside-subnet",
  severity: "warning",
  source: "RFC 4861 3.1; RFC 5942 4",
  needs: "ipv6",
  observeOne: ({ ipv6, isPointToPoint }) => {
    const { gateway = null, subnet = null } = ipv6?.isByHand === true ? ipv6 : {};
    const isOdd =
      gateway !== null &&
      subnet !== null &&
      !isPointToPoint &&
      subnet.prefixLength < 128 &&
      !isLinkLocalIpv6(gateway) &&
      !isUnspecifiedIpv6(gateway) &&
      !isMulticastIpv6(gateway) &&
      !isInsideIpv6(gateway, subnet);
    return isOdd
      ? { field: "ipv6.gateway", evidence: { gateway: printIpv6(gateway), subnet: printIpv6Cidr(subnet) } }
      : null;
  },
} as const satisfies InterfaceRule;
