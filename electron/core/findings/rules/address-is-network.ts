import { findNetwork } from "../../settings/cidr.ts";
import { proposeOtherAddress } from "../proposals/running-address.ts";
import type { InterfaceRule } from "../rule.ts";
import { observeAddressAt } from "../subnet-edges.ts";

export const addressIsNetwork = {
  id: "ipv4.address-is-network",
  severity: "error",
  source: "RFC 1122 3.2.1.3; RFC 950 2.1; RFC 3021",
  observeOne: observeAddressAt(findNetwork),
  propose: proposeOtherAddress,
} as const satisfies InterfaceRule;
