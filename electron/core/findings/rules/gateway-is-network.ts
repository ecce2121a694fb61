import { findNetwork, printNetwork } from "../../settings/cidr.ts";
import { printIpv4 } from "../../settings/ipv4.ts";
import { proposeGateways } from "../proposals/gateways.ts";
import type { InterfaceRule } from "../rule.ts";

export const gatewayIsNetwork = {
  id: "ipv4.gateway-is-network",
  severity: "error",
  source: "RFC 1122 3.2.1.3; RFC 3021",
  observeOne: ({ gateway, address, subnet, isByHand, isPointToPoint }) =>
    gateway !== null &&
    gateway !== address &&
    subnet !== null &&
    subnet.prefixLength <= 30 &&
    gateway === findNetwork(subnet) &&
    !isPointToPoint
      ? {
          field: "ipv4.gateway",
          severity: isByHand ? "error" : "warning",
          evidence: { gateway: printIpv4(gateway), subnet: printNetwork(subnet) },
        }
      : null,
  propose: proposeGateways,
} as const satisfies InterfaceRule;
