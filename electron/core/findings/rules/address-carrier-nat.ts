import { printIpv4 } from "../../settings/ipv4.ts";
import { isCarrierNat } from "../ipv4-ranges.ts";
import type { InterfaceRule } from "../rule.ts";

/** Only on a cable or Wi-Fi: on a cellular link it is what everybody gets. */
export const addressCarrierNat = {
  id: "ipv4.address-carrier-nat",
  severity: "info",
  source: "RFC 6598",
  observeOne: ({ address, isPointToPoint }) =>
    address !== null && !isPointToPoint && isCarrierNat(address)
      ? { field: "ipv4.address", evidence: { address: printIpv4(address), range: "100.64.0.0/10" } }
      : null,
} as const satisfies InterfaceRule;
