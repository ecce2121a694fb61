import type { InterfaceRule } from "../rule.ts";

/** CSQ 0 is -113 dBm or less, RSRP below -140 dBm the least that is told. CSQ 99 is not known, which is no finding here. */
export const cellularNoSignal = {
  id: "cellular.no-signal",
  severity: "error",
  source: "3GPP TS 27.007 8.5; 3GPP TS 27.007 8.69",
  needs: "cellular",
  observeOne: ({ settings: { cellular } }) => {
    const csq = cellular?.csq ?? null;
    const rsrpDbm = cellular?.rsrpDbm ?? null;
    const isNone = rsrpDbm === null ? csq === 0 : rsrpDbm <= -140;
    const told = rsrpDbm === null ? `CSQ ${csq}` : `RSRP ${rsrpDbm} dBm`;
    return isNone ? { field: "cellular", evidence: { signal: told, csq, rsrpDbm } } : null;
  },
} as const satisfies InterfaceRule;
