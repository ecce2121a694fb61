import { proposeRunningAddress } from "../proposals/running-address.ts";
import type { InterfaceRule } from "../rule.ts";

export const addressMissing = {
  id: "ipv4.address-missing",
  severity: "error",
  source: "RFC 1122 3.3.1.6",
  observeOne: ({ ipv4 }) =>
    ipv4.method === "static" && !ipv4.address
      ? { field: "ipv4.address", evidence: { method: ipv4.method, address: ipv4.address } }
      : null,
  propose: proposeRunningAddress,
} as const satisfies InterfaceRule;
