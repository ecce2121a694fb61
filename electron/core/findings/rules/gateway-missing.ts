import { findRange, mergeRanges, rangeOf } from "../../settings/address-ranges.ts";
import { printNetwork } from "../../settings/cidr.ts";
import { scanIpv4 } from "../../settings/ipv4.ts";
import { isLinkLocal } from "../ipv4-ranges.ts";
import { proposeGateways } from "../proposals/gateways.ts";
import { observeInterfaces, type TerminalRule } from "../rule.ts";
import type { InterfaceFacts } from "../interface-facts.ts";
import type { TerminalFacts } from "../terminal-facts.ts";

/**
 * Only where the terminal has no other way out (a default route, another interface with a gateway or with DHCP), a
 * carrier may be there, and something lies outside: not when every host that is known is in the subnet.
 */
export const gatewayMissing = {
  id: "ipv4.gateway-missing",
  severity: "error",
  source: "RFC 1122 3.3.1.1; RFC 1122 3.3.1.6",
  observe: (terminal) =>
    observeInterfaces(terminal, (target) => {
      const { ipv4, subnet, settings } = target;
      const isWanted = target.isByHand && !target.isPointToPoint && subnet !== null && subnet.prefixLength <= 30;
      // 169.254.0.0/16 has no router: RFC 3927 2.6.2.
      const hasRouter = subnet !== null && !isLinkLocal(subnet.address);
      const isUnset = !ipv4.gateway || ipv4.gateway === "0.0.0.0";
      const isUsed = settings.kind !== "bridge" && settings.link !== "down";
      if (!isWanted || !hasRouter || !isUnset || !isUsed || leadsOut(terminal) || staysInside(terminal, target)) {
        return null;
      }
      const severity = ipv4.method === "static" ? "error" : "warning";
      return { field: "ipv4.gateway", severity, evidence: { gateway: ipv4.gateway, subnet: printNetwork(subnet) } };
    }),
  propose: proposeGateways,
} as const satisfies TerminalRule;

function leadsOut(terminal: TerminalFacts): boolean {
  return (
    terminal.defaultRoutes.length > 0 ||
    terminal.interfaces.some(
      ({ gateway, ipv4, settings, isPointToPoint }) =>
        settings.link !== "down" && (gateway !== null || ipv4.method === "dhcp" || isPointToPoint),
    )
  );
}

function staysInside(terminal: TerminalFacts, { reached }: InterfaceFacts): boolean {
  const { hosts } = terminal.settings;
  if (hosts.length === 0) {
    return false;
  }
  const near = mergeRanges(reached.map(rangeOf));
  return hosts.every(({ host }) => {
    const address = scanIpv4(host);
    return address !== null && findRange(near, address) !== null;
  });
}
