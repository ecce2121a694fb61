import { parseIpv6 } from "../../settings/ipv6.ts";
import type { InterfaceRule } from "../rule.ts";

export const ipv6AddressSyntax = {
  id: "ipv6.address-syntax",
  severity: "error",
  source: "RFC 4291 2.2",
  needs: "ipv6",
  observeOne: ({ ipv6 }) => {
    const text = ipv6?.settings.address?.split("/", 1)[0] ?? "";
    const parsed = text === "" || ipv6?.address != null ? null : parseIpv6(text);
    return parsed === null || parsed.ok
      ? null
      : { field: "ipv6.address", evidence: { address: text, fault: parsed.failure } };
  },
} as const satisfies InterfaceRule;
