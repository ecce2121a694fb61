import { printIpv4 } from "../../settings/ipv4.ts";
import { findSetAsideRange } from "../ipv4-ranges.ts";
import { proposeRunningAddress } from "../proposals/running-address.ts";
import type { InterfaceRule } from "../rule.ts";

export const addressSetAside = {
  id: "ipv4.address-set-aside",
  severity: "warning",
  source: "IANA IPv4 Special-Purpose Address Registry; RFC 5737; RFC 2544",
  observeOne: ({ address }) => {
    const range = address === null ? null : findSetAsideRange(address);
    return address === null || range === null
      ? null
      : { field: "ipv4.address", evidence: { address: printIpv4(address), range } };
  },
  propose: proposeRunningAddress,
} as const satisfies InterfaceRule;
