import { isInside } from "../../settings/cidr.ts";
import { isLoopback } from "../ipv4-ranges.ts";
import type { InterfaceRule } from "../rule.ts";

/**
 * Only what a person listed. Not a server on the terminal's own network, which is the shop's router with the operator's
 * list behind it, nor on the terminal itself: told of those too, it would be on nearly every stock system that is set by
 * hand (8 of the 9 in tests/corpus/settings), and nobody would read it where it matters.
 */
export const serverSingle = {
  id: "dns.server-single",
  severity: "info",
  source: "RFC 1123 6.1.3.1",
  observeOne: ({ name, ipv4, isByHand, isPointToPoint, settings, servers, subnet }, { faultyServers }) => {
    const only = ipv4.dns.length === 1 && isByHand && !isPointToPoint ? (servers[0]?.ipv4 ?? null) : null;
    if (only === null || subnet === null || settings.link === "down" || isInside(only, subnet) || isLoopback(only)) {
      return null;
    }
    // A server with a fault is told of by then.
    return [...faultyServers.values()].some((list) => list.some((one) => one.interface === name))
      ? null
      : { field: "ipv4.dns", evidence: { servers: [...ipv4.dns] } };
  },
} as const satisfies InterfaceRule;
