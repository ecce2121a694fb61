import type { InterfaceRule } from "../rule.ts";

export const simPinWanted = {
  id: "cellular.sim-pin-wanted",
  severity: "error",
  source: "3GPP TS 27.007 8.3",
  needs: "cellular",
  observeOne: ({ settings: { cellular } }) =>
    cellular?.sim === "pin"
      ? { field: "cellular.sim", evidence: { card: "pin", tries: cellular.pinTries ?? "?" } }
      : null,
} as const satisfies InterfaceRule;
