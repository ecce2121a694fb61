import { isMapped } from "../../settings/ipv6.ts";
import { observeHosts } from "../hosts.ts";
import type { ServerFacts } from "../interface-facts.ts";
import { findNoHostRange, isLoopback } from "../ipv4-ranges.ts";
import { isMulticastIpv6, isUnspecifiedIpv6, needsZone } from "../ipv6-ranges.ts";
import type { TerminalRule } from "../rule.ts";
import type { TerminalFacts } from "../terminal-facts.ts";

/** Loopback is left alone: some applications hand payments to a service on the terminal itself. */
export const hostUnusable = {
  id: "host.address-unusable",
  severity: "error",
  source: "RFC 1122 3.2.1.3; RFC 6890; RFC 4007 6",
  needs: "hosts",
  observe: (terminal) =>
    observeHosts(terminal, (host) => {
      const fault = findFault(terminal, host);
      return fault === null ? null : { evidence: { host: host.text, fault } };
    }),
} as const satisfies TerminalRule;

function findFault(terminal: TerminalFacts, host: ServerFacts): string | null {
  const { ipv4, ipv6 } = host;
  if (ipv4 !== null && !isLoopback(ipv4)) {
    return findNoHostRange(ipv4) ?? (terminal.edges.has(ipv4) ? "network-or-broadcast" : null);
  }
  if (ipv6 === null) return null;
  if (isUnspecifiedIpv6(ipv6)) return "::/128";
  if (isMulticastIpv6(ipv6)) return "ff00::/8";
  if (isMapped(ipv6)) return "::ffff:0:0/96";
  return needsZone(host) ? "zone-missing" : null;
}
