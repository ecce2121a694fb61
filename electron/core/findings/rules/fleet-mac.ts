import { findOthers, keyOfMac, nameOthers } from "../fleet.ts";
import type { InterfaceRule } from "../rule.ts";

export const fleetMac = {
  id: "fleet.mac-duplicate",
  severity: "error",
  source: "IEEE Std 802-2014 8.2",
  needs: "fleet",
  observeOne: ({ settings: { mac } }, { context: { fleet } }) => {
    const others = fleet == null || mac === null ? [] : findOthers(fleet, "macs", keyOfMac(mac));
    return fleet == null || others.length === 0
      ? null
      : { field: "mac", evidence: { mac, others: nameOthers(fleet, others) } };
  },
} as const satisfies InterfaceRule;
