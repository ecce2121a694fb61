import { isInside, printCidr } from "../../settings/cidr.ts";
import { parseIpv4 } from "../../settings/ipv4.ts";
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
      const isUnset = !ipv4.gateway || ipv4.gateway === "0.0.0.0";
      const isUsed = settings.kind !== "bridge" && settings.link !== "down";
      if (!isWanted || !isUnset || !isUsed || leadsOut(terminal) || staysInside(terminal, target)) {
        return null;
      }
      const severity = ipv4.method === "static" ? "error" : "warning";
      return { field: "ipv4.gateway", severity, evidence: { gateway: ipv4.gateway, subnet: printCidr(subnet) } };
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
  return (
    hosts.length > 0 &&
    hosts.every(({ host }) => {
      const address = parseIpv4(host);
      return address.ok && reached.some((network) => isInside(address.value, network));
    })
  );
}
