import { parseIpv4 } from "../../settings/ipv4.ts";
import type { Severity } from "../finding.ts";
import { listServers } from "../name-servers.ts";
import { proposeServers } from "../proposals/servers.ts";
import type { TerminalRule } from "../rule.ts";
import type { TerminalFacts } from "../terminal-facts.ts";

/**
 * An error when the payment hosts are known and one is given by name, information when all are addresses, else a
 * warning. Silent while a lease may still bring name servers, and where no interface with a carrier is set by hand.
 */
export const serversMissing = {
  id: "dns.servers-missing",
  severity: "warning",
  source: "RFC 1123 6.1.1",
  observe: (terminal) => {
    if (terminal.otherServers.length > 0 || terminal.interfaces.some(({ ipv4 }) => ipv4.dns.length > 0)) {
      return [];
    }
    const target = terminal.interfaces
      .filter((one) => one.isByHand && one.subnet !== null && one.settings.link !== "down")
      .toSorted(
        (one, other) => Number(other.gateway !== null) - Number(one.gateway !== null) || compare(one.name, other.name),
      )[0];
    if (
      target === undefined ||
      mayBeLeased(terminal) ||
      listServers(terminal).some((list) => list.servers.length > 0)
    ) {
      return [];
    }
    const hosts = terminal.settings.hosts.map((one) => one.host).toSorted(compare);
    return [{ interface: target.name, field: "ipv4.dns", severity: weigh(hosts), evidence: { servers: [], hosts } }];
  },
  propose: proposeServers,
} as const satisfies TerminalRule;

function mayBeLeased(terminal: TerminalFacts): boolean {
  return (
    terminal.settings.interfaces.some(({ running }) => (running?.ipv4?.dns.length ?? 0) > 0) ||
    terminal.interfaces.some(
      ({ ipv4, settings, isPointToPoint }) => settings.link !== "down" && (ipv4.method === "dhcp" || isPointToPoint),
    )
  );
}

function weigh(hosts: readonly string[]): Severity {
  if (hosts.length === 0) {
    return "warning";
  }
  return hosts.every((host) => parseIpv4(host).ok || host.includes(":")) ? "info" : "error";
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
