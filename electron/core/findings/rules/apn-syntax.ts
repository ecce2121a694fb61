import { parseApn } from "../../settings/apn.ts";
import type { InterfaceRule } from "../rule.ts";

/** An empty one asks the network for its default, which is right with most SIM cards. */
export const apnSyntax = {
  id: "cellular.apn-syntax",
  severity: "error",
  source: "3GPP TS 23.003 9.1",
  needs: "cellular",
  observeOne: ({ settings }) => {
    const apn = settings.cellular?.apn ?? "";
    const parsed = apn === "" ? null : parseApn(apn);
    return parsed === null || parsed.ok ? null : { field: "cellular.apn", evidence: { apn, fault: parsed.failure } };
  },
} as const satisfies InterfaceRule;
