import type { InterfaceRule } from "../rule.ts";

export const cellularRoaming = {
  id: "cellular.roaming",
  severity: "info",
  source: "3GPP TS 27.007 7.2",
  needs: "cellular",
  observeOne: ({ settings: { cellular } }) =>
    cellular?.registration === "roaming"
      ? {
          field: "cellular.registration",
          evidence: { registration: cellular.registration, operator: cellular.operator ?? "-" },
        }
      : null,
} as const satisfies InterfaceRule;
