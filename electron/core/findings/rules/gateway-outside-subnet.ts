import { findFirstHost, findLastHost, isInside, printNetwork } from "../../settings/cidr.ts";
import { printIpv4 } from "../../settings/ipv4.ts";
import { proposeGateways, proposeToReachGateway } from "../proposals/gateways.ts";
import { findCorrectable, type InterfaceRule } from "../rule.ts";
import { answersOn } from "../terminal-facts.ts";

/**
 * A /32 and point-to-point links reach a gateway that lies outside; so do on-link routes and additional addresses. That the
 * running default route is marked onlink proves nothing: Debian's ifup marks every one. A gateway that was seen to answer
 * on the link works, however odd, and is left alone.
 */
export const gatewayOutsideSubnet = {
  id: "ipv4.gateway-outside-subnet",
  severity: "error",
  source: "RFC 1122 3.3.1.1; RFC 1812 5.2.4.2",
  observeOne: ({ name, gateway, subnet, reached, isByHand, isPointToPoint }, terminal) =>
    gateway === null ||
    subnet === null ||
    subnet.prefixLength === 32 ||
    isPointToPoint ||
    reached.some((network) => isInside(gateway, network))
      ? null
      : {
          field: "ipv4.gateway",
          severity: isByHand && !answersOn(terminal, name, gateway) ? "error" : "warning",
          evidence: {
            gateway: printIpv4(gateway),
            address: printIpv4(subnet.address),
            subnet: printNetwork(subnet),
            first: printIpv4(findFirstHost(subnet)),
            last: printIpv4(findLastHost(subnet)),
          },
        },
  propose: (terminal, observation) => {
    const target = findCorrectable(terminal, observation);
    return target?.gateway == null || answersOn(terminal, target.name, target.gateway)
      ? []
      : [...proposeGateways(terminal, observation), ...proposeToReachGateway(terminal, observation)];
  },
} as const satisfies InterfaceRule;
