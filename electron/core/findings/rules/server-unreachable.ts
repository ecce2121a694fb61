import { type AddressRange, findRange, mergeRanges, rangeOf } from "../../settings/address-ranges.ts";
import { parseCidr } from "../../settings/cidr.ts";
import type { InterfaceFacts } from "../interface-facts.ts";
import { isLoopback, isPrivate } from "../ipv4-ranges.ts";
import { proposeServers } from "../proposals/servers.ts";
import { observeInterfaces, type TerminalRule } from "../rule.ts";
import type { TerminalFacts } from "../terminal-facts.ts";

/** A private address outside every network of the terminal, with no gateway and no route that could lead to it. */
export const serverUnreachable = {
  id: "dns.server-unreachable",
  severity: "warning",
  source: "RFC 1918 3; RFC 1122 3.3.1.1",
  observe: (terminal) => {
    const isPossible = terminal.interfaces.some(({ isByHand, servers }) => isByHand && servers.length > 0);
    if (!isPossible || leadsOut(terminal)) {
      return [];
    }
    const reached = mergeRanges([
      ...terminal.interfaces.flatMap((one) => one.reached.map(rangeOf)),
      ...terminal.settings.routes.flatMap(({ destination }) => readNetwork(destination)),
    ]);
    return observeInterfaces(terminal, (target) => {
      const far = target.isByHand ? findFar(terminal, target, reached) : [];
      return far.length === 0 ? null : { field: "ipv4.dns", evidence: { servers: far } };
    });
  },
  propose: proposeServers,
} as const satisfies TerminalRule;

function leadsOut({ defaultRoutes, interfaces }: TerminalFacts): boolean {
  return (
    defaultRoutes.length > 0 ||
    interfaces.some(({ gateway, isPointToPoint, ipv4 }) => gateway !== null || isPointToPoint || ipv4.method === "dhcp")
  );
}

function findFar(terminal: TerminalFacts, target: InterfaceFacts, reached: readonly AddressRange[]): readonly string[] {
  if (target.subnet === null) {
    return [];
  }
  const far = target.servers.filter(
    ({ ipv4 }) =>
      ipv4 !== null &&
      isPrivate(ipv4) &&
      !isLoopback(ipv4) &&
      !terminal.own.has(ipv4) &&
      findRange(reached, ipv4) === null,
  );
  return [...new Set(far.map(({ text }) => text))];
}

function readNetwork(text: string): readonly AddressRange[] {
  const cidr = parseCidr(text);
  return cidr.ok ? [rangeOf(cidr.value)] : [];
}
