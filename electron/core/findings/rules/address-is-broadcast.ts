import { findBroadcast, printNetwork } from "../../settings/cidr.ts";
import { printIpv4 } from "../../settings/ipv4.ts";
import { proposeFreeAddress } from "../proposals/free-address.ts";
import { proposeRunningAddress } from "../proposals/running-address.ts";
import type { InterfaceRule } from "../rule.ts";

/** Exceptions as for the network address. */
export const addressIsBroadcast = {
  id: "ipv4.address-is-broadcast",
  severity: "error",
  source: "RFC 1122 3.2.1.3; RFC 919; RFC 3021",
  observeOne: ({ subnet, isPointToPoint }) =>
    subnet !== null && !isPointToPoint && subnet.prefixLength <= 30 && subnet.address === findBroadcast(subnet)
      ? { field: "ipv4.address", evidence: { address: printIpv4(subnet.address), subnet: printNetwork(subnet) } }
      : null,
  propose: (terminal, observation) => [
    ...proposeRunningAddress(terminal, observation),
    ...proposeFreeAddress(terminal, observation),
  ],
} as const satisfies InterfaceRule;
