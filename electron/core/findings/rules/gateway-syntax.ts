import { parseIpv4 } from "../../settings/ipv4.ts";
import { proposeGateways } from "../proposals/gateways.ts";
import type { InterfaceRule } from "../rule.ts";

export const gatewaySyntax = {
  id: "ipv4.gateway-syntax",
  severity: "error",
  source: "RFC 791; RFC 6943 3.1.1",
  observeOne: ({ ipv4 }) => {
    const text = ipv4.gateway ?? "";
    const parsed = parseIpv4(text);
    return text === "" || parsed.ok
      ? null
      : { field: "ipv4.gateway", evidence: { gateway: text, fault: parsed.failure } };
  },
  propose: proposeGateways,
} as const satisfies InterfaceRule;
