import type { InterfaceRule } from "../rule.ts";

export const simAbsent = {
  id: "cellular.sim-absent",
  severity: "error",
  source: "3GPP TS 27.007 9.2.1",
  needs: "cellular",
  observeOne: ({ settings: { cellular } }) => {
    const sim = cellular?.sim ?? null;
    return sim === "absent" || sim === "failed" ? { field: "cellular.sim", evidence: { card: sim } } : null;
  },
} as const satisfies InterfaceRule;
