import { findFirstHost, findLastHost, isInside, printCidr } from "../../settings/cidr.ts";
import { printIpv4 } from "../../settings/ipv4.ts";
import { proposeGateways, proposeToReachGateway } from "../proposals/gateways.ts";
import type { InterfaceRule } from "../rule.ts";

/** A /32 and point-to-point links reach a gateway that lies outside; so do on-link routes and additional addresses. */
export const gatewayOutsideSubnet = {
  id: "ipv4.gateway-outside-subnet",
  severity: "error",
  source: "RFC 1122 3.3.1.1; RFC 1812 5.2.4.2",
  observeOne: ({ gateway, subnet, reached, isByHand, isPointToPoint }) =>
    gateway === null ||
    subnet === null ||
    subnet.prefixLength === 32 ||
    isPointToPoint ||
    reached.some((network) => isInside(gateway, network))
      ? null
      : {
          field: "ipv4.gateway",
          severity: isByHand ? "error" : "warning",
          evidence: {
            gateway: printIpv4(gateway),
            address: printIpv4(subnet.address),
            subnet: printCidr(subnet),
            first: printIpv4(findFirstHost(subnet)),
            last: printIpv4(findLastHost(subnet)),
          },
        },
  propose: (terminal, observation) => [
    ...proposeGateways(terminal, observation),
    ...proposeToReachGateway(terminal, observation),
  ],
} as const satisfies InterfaceRule;
