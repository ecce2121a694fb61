import { parsePrefixLength } from "../../settings/prefix-length.ts";
import { proposeMask } from "../proposals/mask.ts";
import type { InterfaceRule } from "../rule.ts";

/** Also a prefix length that IPv4 does not have, and 0, which would make every address in the world a neighbour. */
export const maskInvalid = {
  id: "ipv4.mask-invalid",
  severity: "error",
  source: "RFC 1812 2.2.5.2; RFC 4632 5.1",
  observeOne: ({ maskText }) => {
    const parsed = maskText === null ? null : parsePrefixLength(maskText);
    if (parsed === null || (!parsed.ok && parsed.failure === "wildcard")) {
      return null;
    }
    const fault = parsed.ok ? "covers-everything" : parsed.failure;
    return { field: "ipv4.prefixLength", evidence: { mask: maskText, fault } };
  },
  propose: proposeMask,
} as const satisfies InterfaceRule;
