import type { InterfaceRule } from "../rule.ts";

/** Only the supplier of the card, or of the device, can put that right. */
export const simLocked = {
  id: "cellular.sim-locked",
  severity: "error",
  source: "3GPP TS 27.007 8.3",
  needs: "cellular",
  observeOne: ({ settings: { cellular } }) => {
    const sim = cellular?.sim ?? null;
    return sim === "puk" || sim === "locked" ? { field: "cellular.sim", evidence: { card: sim } } : null;
  },
} as const satisfies InterfaceRule;
