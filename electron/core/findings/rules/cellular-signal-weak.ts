import type { InterfaceRule } from "../rule.ts";

const leastCsq = 10;
const leastRsrp = -110;

/** RSRP decides where both are told: CSQ is coarse on LTE. */
export const cellularSignalWeak = {
  id: "cellular.signal-weak",
  severity: "warning",
  source: "3GPP TS 27.007 8.5; 3GPP TS 36.133 9.1.4",
  needs: "cellular",
  observeOne: ({ settings: { cellular } }) => {
    const csq = cellular?.csq ?? null;
    const rsrpDbm = cellular?.rsrpDbm ?? null;
    const isWeak = rsrpDbm === null ? csq !== null && csq > 0 && csq < leastCsq : rsrpDbm > -140 && rsrpDbm < leastRsrp;
    const told = rsrpDbm === null ? `CSQ ${csq}` : `RSRP ${rsrpDbm} dBm`;
    return isWeak ? { field: "cellular", evidence: { signal: told, csq, rsrpDbm } } : null;
  },
} as const satisfies InterfaceRule;
