import { parseIpv4, printIpv4 } from "../../settings/ipv4.ts";
import { maskOf, unfoldWildcard } from "../../settings/prefix-length.ts";
import { findCorrectable, type InterfaceRule } from "../rule.ts";

export const maskWildcard = {
  id: "ipv4.mask-wildcard",
  severity: "error",
  source: "RFC 4632 5.1",
  observeOne: ({ maskText }) => {
    const prefixLength = readWildcard(maskText);
    return prefixLength === null
      ? null
      : { field: "ipv4.prefixLength", evidence: { mask: maskText, meant: printIpv4(maskOf(prefixLength)) } };
  },
  propose: (terminal, observation) => {
    const target = findCorrectable(terminal, observation);
    const prefixLength = readWildcard(target?.maskText ?? null);
    if (target === null || target.address === null || prefixLength === null) {
      return [];
    }
    const mask = printIpv4(maskOf(prefixLength));
    const value = `${printIpv4(target.address)}/${prefixLength}`;
    const set = [{ interface: target.name, field: "ipv4.address" as const, value }];
    return [{ set, confidence: 0.95, reason: "mask-turned", values: { mask } }];
  },
} as const satisfies InterfaceRule;

function readWildcard(text: string | null): number | null {
  const mask = text === null ? null : parseIpv4(text);
  return mask?.ok ? unfoldWildcard(mask.value) : null;
}
