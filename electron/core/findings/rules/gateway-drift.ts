import { printIpv4 } from "../../settings/ipv4.ts";
import { readDrift } from "../drift.ts";
import type { InterfaceRule } from "../rule.ts";
import { readAddress } from "../interface-facts.ts";

/** A gateway that is configured and does not run at all is told by the address, or by the gateway's own rules. */
export const gatewayDrift = {
  id: "ipv4.gateway-drift",
  severity: "warning",
  source: "RFC 1122 3.3.1.6",
  observeOne: (target) => {
    const running = readAddress(readDrift(target)?.running.gateway ?? null);
    const configured = target.gateway;
    return running === null || configured === null || running === configured
      ? null
      : { field: "ipv4.gateway", evidence: { configured: printIpv4(configured), running: printIpv4(running) } };
  },
} as const satisfies InterfaceRule;
