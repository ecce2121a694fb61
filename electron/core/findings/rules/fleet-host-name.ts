import { findOthers, keyOfHostName, nameOthers } from "../fleet.ts";
import type { TerminalRule } from "../rule.ts";

export const fleetHostName = {
  id: "fleet.host-name-duplicate",
  severity: "error",
  source: "RFC 2132 3.14; RFC 6762 9",
  needs: "fleet",
  observe: ({ settings, context: { fleet } }) => {
    const others = fleet == null ? [] : findOthers(fleet, "hostNames", keyOfHostName(settings));
    const hostName = settings.terminal?.hostName ?? "";
    return fleet == null || others.length === 0
      ? []
      : [{ interface: null, field: "terminal.hostName", evidence: { hostName, others: nameOthers(fleet, others) } }];
  },
} as const satisfies TerminalRule;
