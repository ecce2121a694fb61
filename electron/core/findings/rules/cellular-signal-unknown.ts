import type { InterfaceRule } from "../rule.ts";

export const cellularSignalUnknown = {
  id: "cellular.signal-unknown",
  severity: "info",
  source: "3GPP TS 27.007 8.5",
  needs: "cellular",
  observeOne: ({ settings: { cellular } }) =>
    cellular?.csq != null && cellular.csq > 31 && cellular.rsrpDbm === null && cellular.sim !== "absent"
      ? { field: "cellular.csq", evidence: { csq: cellular.csq } }
      : null,
} as const satisfies InterfaceRule;
