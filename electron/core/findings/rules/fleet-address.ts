import { printIpv4 } from "../../settings/ipv4.ts";
import { findOthers, keyOfAddress, nameOthers } from "../fleet.ts";
import { proposeFreeAddress } from "../proposals/free-address.ts";
import type { InterfaceRule } from "../rule.ts";

/** Only a warning for a lease: it may have passed from one to the other between two readings. */
export const fleetAddress = {
  id: "fleet.address-duplicate",
  severity: "error",
  source: "RFC 5227 1; RFC 1122 3.2.1.3",
  needs: "fleet",
  observeOne: ({ hostAddress, isPointToPoint, isByHand }, { settings, context: { fleet } }) => {
    if (fleet == null || hostAddress === null || isPointToPoint) {
      return null;
    }
    const others = findOthers(fleet, "addresses", keyOfAddress(settings, hostAddress));
    return others.length === 0
      ? null
      : {
          field: "ipv4.address",
          severity: isByHand ? "error" : "warning",
          evidence: { address: printIpv4(hostAddress), others: nameOthers(fleet, others) },
        };
  },
  propose: proposeFreeAddress,
} as const satisfies InterfaceRule;
