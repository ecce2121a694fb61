import { printIpv4 } from "../../settings/ipv4.ts";
import { readDrift } from "../drift.ts";
import type { InterfaceRule } from "../rule.ts";

export const addressDrift = {
  id: "ipv4.drift",
  severity: "warning",
  source: "RFC 1122 3.3.1.6",
  observeOne: (target) => {
    const drift = readDrift(target);
    if (drift === null || target.address === null) {
      return null;
    }
    const { address: bare, prefixLength, additional } = drift.running;
    const isWhole = prefixLength !== null && target.subnet !== null;
    const running = isWhole ? `${bare}/${prefixLength}` : bare;
    const configured = printIpv4(target.address) + (isWhole ? `/${target.subnet.prefixLength}` : "");
    const isSame = running === configured || additional.includes(configured);
    return isSame || !bare ? null : { field: "ipv4.address", evidence: { configured, running } };
  },
} as const satisfies InterfaceRule;
