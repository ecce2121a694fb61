// The lists of name servers on a terminal, and what is wrong with a server in one. The DNS rules share this reading.
import { isInside } from "../settings/cidr.ts";
import { parseIpv4 } from "../settings/ipv4.ts";
import { findNoHostRange, findSetAsideRange, isLoopback } from "./ipv4-ranges.ts";
import type { Observation } from "./rule.ts";
import type { TerminalFacts } from "./terminal-facts.ts";

type ServerFault = "unreadable" | "unusable" | "loopback" | "set-aside";

interface ServerList {
  /** Null for servers that stand in no interface's settings. */
  readonly interface: string | null;
  readonly servers: readonly string[];
}

export function listServers(terminal: TerminalFacts): readonly ServerList[] {
  const lists = terminal.interfaces.map(({ name, ipv4 }) => ({ interface: name, servers: ipv4.dns }));
  const listed = new Set(lists.flatMap((list) => list.servers));
  const others = terminal.settings.nameServers.map((server) => server.address).filter((one) => !listed.has(one));
  return [...lists, { interface: null, servers: [...new Set(others)] }];
}

/** Null when rules can see nothing wrong. Whether a server answers, only a test on the terminal can tell. */
export function findServerFault(terminal: TerminalFacts, text: string): ServerFault | null {
  if (text.includes(":")) {
    return null;
  }
  const parsed = parseIpv4(text);
  if (!parsed.ok) {
    return "unreadable";
  }
  const server = parsed.value;
  if (terminal.edges.has(server) || findNoHostRange(server) !== null) {
    return "unusable";
  }
  if (isLoopback(server) || terminal.own.has(server)) {
    return hasResolver(terminal, text) ? null : "loopback";
  }
  // A laboratory's own network may well be one of those ranges: its address then has a finding, its server does not.
  const isNear = terminal.interfaces.some(({ subnet }) => subnet !== null && isInside(server, subnet));
  return findSetAsideRange(server) === null || isNear ? null : "set-aside";
}

/** One observation for every list that holds servers with this fault. */
export function observeServers(terminal: TerminalFacts, fault: ServerFault): readonly Observation[] {
  return listServers(terminal).flatMap((list) => {
    const servers = [...new Set(list.servers.filter((server) => findServerFault(terminal, server) === fault))];
    const field = list.interface === null ? "nameServers" : "ipv4.dns";
    return servers.length === 0 ? [] : [{ interface: list.interface, field, evidence: { servers } }];
  });
}

/**
 * Whether a resolver may be listening on the terminal itself: systemd-resolved's own addresses, a manager that brings
 * one, or a server elsewhere that it can ask. A loopback address alone with none of these is a mistake.
 */
function hasResolver(terminal: TerminalFacts, text: string): boolean {
  const bringsResolver = terminal.settings.interfaces.some(
    ({ manager }) => manager === "connman" || manager === "openwrt-uci",
  );
  return (
    text === "127.0.0.53" ||
    text === "127.0.0.54" ||
    bringsResolver ||
    listServers(terminal).some(({ servers }) =>
      servers.some((server) => {
        const parsed = parseIpv4(server);
        const isElsewhere = parsed.ok && !isLoopback(parsed.value) && !terminal.own.has(parsed.value);
        return server.includes(":") ? server !== "::1" : isElsewhere && findNoHostRange(parsed.value) === null;
      }),
    )
  );
}
