import { printIpv4 } from "../../settings/ipv4.ts";
import { proposeGateways } from "../proposals/gateways.ts";
import type { InterfaceRule } from "../rule.ts";

export const gatewayIsSelf = {
  id: "ipv4.gateway-is-self",
  severity: "error",
  source: "RFC 1122 3.3.1.1",
  observeOne: ({ gateway, address, isByHand, isPointToPoint }) =>
    gateway !== null && gateway === address && !isPointToPoint
      ? {
          field: "ipv4.gateway",
          severity: isByHand ? "error" : "warning",
          evidence: { gateway: printIpv4(gateway), address: printIpv4(address) },
        }
      : null,
  propose: proposeGateways,
} as const satisfies InterfaceRule;
