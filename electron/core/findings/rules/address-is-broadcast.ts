import { findBroadcast } from "../../settings/cidr.ts";
import { proposeOtherAddress } from "../proposals/running-address.ts";
import type { InterfaceRule } from "../rule.ts";
import { observeAddressAt } from "../subnet-edges.ts";

export const addressIsBroadcast = {
  id: "ipv4.address-is-broadcast",
  severity: "error",
  source: "RFC 1122 3.2.1.3; RFC 919; RFC 3021",
  observeOne: observeAddressAt(findBroadcast),
  propose: proposeOtherAddress,
} as const satisfies InterfaceRule;
