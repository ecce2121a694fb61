import { scanIpv4, printIpv4 } from "../../settings/ipv4.ts";
import type { InterfaceRule } from "../rule.ts";

/**
 * An address that stays in the settings although DHCP is on, and is not the one that was leased. Where nothing tells what
 * runs, the address may be the lease itself.
 */
export const staticLeftovers = {
  id: "dhcp.static-leftovers",
  severity: "warning",
  source: "RFC 2131 1.6; RFC 1122 3.3.1.6",
  observeOne: ({ settings }) => {
    const running = settings.running?.ipv4 ?? null;
    const left = settings.ipv4?.method === "dhcp" ? scanIpv4(settings.ipv4.address ?? "") : null;
    const leased = scanIpv4(running?.address ?? "");
    if (left === null || left === 0 || leased === null || left === leased) {
      return null;
    }
    return running?.additional.some((text) => text.split("/", 1)[0] === settings.ipv4?.address)
      ? null
      : { field: "ipv4.address", evidence: { address: printIpv4(left), running: printIpv4(leased) } };
  },
} as const satisfies InterfaceRule;
