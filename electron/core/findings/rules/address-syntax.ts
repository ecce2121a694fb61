import { parseIpv4 } from "../../settings/ipv4.ts";
import { proposeRunningAddress } from "../proposals/running-address.ts";
import type { InterfaceRule } from "../rule.ts";

export const addressSyntax = {
  id: "ipv4.address-syntax",
  severity: "error",
  source: "RFC 791; RFC 6943 3.1.1",
  observeOne: ({ ipv4 }) => {
    const text = ipv4.address?.split("/", 1)[0] ?? "";
    const parsed = parseIpv4(text);
    return text === "" || parsed.ok
      ? null
      : { field: "ipv4.address", evidence: { address: text, fault: parsed.failure } };
  },
  propose: proposeRunningAddress,
} as const satisfies InterfaceRule;
