// The first and the last address of a subnet belong to no device. A /31 has neither (RFC 3021), a /32 is no network;
// point-to-point links get their addresses from the carrier.
import { type Cidr, printNetwork } from "../settings/cidr.ts";
import { type Ipv4Address, printIpv4 } from "../settings/ipv4.ts";
import type { InterfaceRule } from "./rule.ts";

type FindEdge = (subnet: Cidr) => Ipv4Address;

/** The interface's own address is that edge of its subnet. */
export function observeAddressAt(find: FindEdge): InterfaceRule["observeOne"] {
  return ({ subnet, isPointToPoint }) =>
    subnet !== null && !isPointToPoint && subnet.prefixLength <= 30 && subnet.address === find(subnet)
      ? { field: "ipv4.address", evidence: { address: printIpv4(subnet.address), subnet: printNetwork(subnet) } }
      : null;
}

/** The gateway is. What a DHCP server gave may still be put right by that server. */
export function observeGatewayAt(find: FindEdge): InterfaceRule["observeOne"] {
  return ({ gateway, address, subnet, isByHand, isPointToPoint }) =>
    gateway !== null &&
    gateway !== address &&
    subnet !== null &&
    subnet.prefixLength <= 30 &&
    gateway === find(subnet) &&
    !isPointToPoint
      ? {
          field: "ipv4.gateway",
          severity: isByHand ? "error" : "warning",
          evidence: { gateway: printIpv4(gateway), subnet: printNetwork(subnet) },
        }
      : null;
}
