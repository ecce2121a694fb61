import { findNetwork, printNetwork } from "../../settings/cidr.ts";
import { printIpv4 } from "../../settings/ipv4.ts";
import { proposeFreeAddress } from "../proposals/free-address.ts";
import { proposeRunningAddress } from "../proposals/running-address.ts";
import type { InterfaceRule } from "../rule.ts";

/** A /31 has no network address (RFC 3021), a /32 no network; point-to-point links get theirs from the carrier. */
export const addressIsNetwork = {
  id: "ipv4.address-is-network",
  severity: "error",
  source: "RFC 1122 3.2.1.3; RFC 950 2.1; RFC 3021",
  observeOne: ({ subnet, isPointToPoint }) =>
    subnet !== null && !isPointToPoint && subnet.prefixLength <= 30 && subnet.address === findNetwork(subnet)
      ? { field: "ipv4.address", evidence: { address: printIpv4(subnet.address), subnet: printNetwork(subnet) } }
      : null,
  propose: (terminal, observation) => [
    ...proposeRunningAddress(terminal, observation),
    ...proposeFreeAddress(terminal, observation),
  ],
} as const satisfies InterfaceRule;
