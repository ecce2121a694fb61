import type { InterfaceRule } from "../rule.ts";

/**
 * The network has let it in, and its data context has no address: the access point, its user, or the card's contract. A
 * modem whose application dials for each payment has none in between, so this is a warning where an access point is set.
 */
export const cellularNoAddress = {
  id: "cellular.no-address",
  severity: "error",
  source: "3GPP TS 27.007 10.1.10; 3GPP TS 24.008 6.1.3.1",
  needs: "cellular",
  observeOne: ({ name, settings: { cellular, running } }) => {
    const isIn = cellular?.registration === "home" || cellular?.registration === "roaming";
    const hasAddress = running?.ipv4?.address != null || running?.ipv6?.address != null;
    // Other contexts than the one that data goes through may rest.
    if (!isIn || cellular.active == null || hasAddress || name !== "cellular") return null;
    const apn = cellular.apn ?? "";
    return {
      field: "cellular.apn",
      severity: apn === "" ? "error" : "warning",
      evidence: { apn: apn === "" ? "-" : apn, access: apn === "" ? "apn-empty" : "apn-set" },
    };
  },
} as const satisfies InterfaceRule;
