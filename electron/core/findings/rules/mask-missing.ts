import { printIpv4 } from "../../settings/ipv4.ts";
import { proposeMask } from "../proposals/mask.ts";
import type { InterfaceRule } from "../rule.ts";

/** A warning: some managers then assume a mask, which may even be the right one. */
export const maskMissing = {
  id: "ipv4.mask-missing",
  severity: "warning",
  source: "RFC 1122 3.3.1.1; RFC 4632 3.1",
  observeOne: ({ isByHand, address, subnet, maskText, ipv4 }) =>
    isByHand && address !== null && subnet === null && maskText === null && ipv4.prefixLength === null
      ? { field: "ipv4.prefixLength", evidence: { address: printIpv4(address), prefixLength: null } }
      : null,
  propose: proposeMask,
} as const satisfies InterfaceRule;
