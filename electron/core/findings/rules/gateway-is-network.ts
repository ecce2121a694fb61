import { findNetwork } from "../../settings/cidr.ts";
import { proposeGateways } from "../proposals/gateways.ts";
import type { InterfaceRule } from "../rule.ts";
import { observeGatewayAt } from "../subnet-edges.ts";

export const gatewayIsNetwork = {
  id: "ipv4.gateway-is-network",
  severity: "error",
  source: "RFC 1122 3.2.1.3; RFC 3021",
  observeOne: observeGatewayAt(findNetwork),
  propose: proposeGateways,
} as const satisfies InterfaceRule;
