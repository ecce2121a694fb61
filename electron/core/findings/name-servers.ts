// The lists of name servers on a terminal, and what is wrong with a server in one. The DNS rules share this reading.
import { type AddressRange, findRange, mergeRanges, rangeOf } from "../settings/address-ranges.ts";
import type { Ipv4Address } from "../settings/ipv4.ts";
import { isMapped } from "../settings/ipv6.ts";
import type { NetworkSettings } from "../settings/network-settings.ts";
import { findNoHostRange, findSetAsideRange, isLoopback } from "./ipv4-ranges.ts";
import { isIpv6Loopback, isMulticastIpv6, isUnspecifiedIpv6, needsZone } from "./ipv6-ranges.ts";
import type { InterfaceFacts, ServerFacts } from "./interface-facts.ts";
import type { Observation } from "./observation.ts";

type ServerFault = "unreadable" | "unusable" | "loopback" | "set-aside" | "zone-missing";

/** What of a terminal tells whether a server can be right. */
export interface ServerSurroundings {
  readonly settings: NetworkSettings;
  readonly interfaces: readonly InterfaceFacts[];
  /** Name servers that stand in no interface's settings. */
  readonly otherServers: readonly ServerFacts[];
  /** The terminal's own addresses. */
  readonly own: ReadonlySet<Ipv4Address>;
  /** The network and broadcast addresses of its subnets, which no device has. */
  readonly edges: ReadonlySet<Ipv4Address>;
}

interface ServerList {
  /** Null for servers that stand in no interface's settings. */
  readonly interface: string | null;
  readonly servers: readonly ServerFacts[];
}

export function listServers(terminal: ServerSurroundings): readonly ServerList[] {
  const lists: ServerList[] = [];
  for (const { name, servers, ipv6 } of terminal.interfaces) {
    if (servers.length > 0) lists.push({ interface: name, servers });
    if (ipv6 !== null && ipv6.servers.length > 0) lists.push({ interface: name, servers: ipv6.servers });
  }
  if (terminal.otherServers.length > 0) lists.push({ interface: null, servers: terminal.otherServers });
  return lists;
}

/** What takes a look at the whole terminal, taken when it is asked for and only once. */
interface Around {
  /** Whether a resolver may be listening on the terminal itself. */
  readonly isResolved: () => boolean;
  /** Whether an address is in one of the terminal's own networks. */
  readonly isNear: (address: Ipv4Address) => boolean;
}

function lookAround(terminal: ServerSurroundings): Around {
  let resolver: boolean | null = null;
  let near: readonly AddressRange[] | null = null;
  return {
    isResolved: () => (resolver ??= bringsResolver(terminal)),
    isNear: (address) => {
      near ??= mergeRanges(terminal.interfaces.flatMap(({ subnet }) => (subnet === null ? [] : [rangeOf(subnet)])));
      return findRange(near, address) !== null;
    },
  };
}

/** Null when rules can see nothing wrong. Whether a server answers, only a test on the terminal can tell. */
export function findServerFault(
  terminal: ServerSurroundings,
  server: ServerFacts,
  around: Around = lookAround(terminal),
): ServerFault | null {
  const { ipv4 } = server;
  if (ipv4 === null) {
    return findIpv6Fault(server, around);
  }
  if (terminal.edges.has(ipv4) || findNoHostRange(ipv4) !== null) {
    return "unusable";
  }
  if (isLoopback(ipv4) || terminal.own.has(ipv4)) {
    return isStub(server.text) || around.isResolved() ? null : "loopback";
  }
  if (findSetAsideRange(ipv4) === null) {
    return null;
  }
  // A laboratory's own network may well be one of those ranges: its address then has a finding, its server does not.
  return around.isNear(ipv4) ? null : "set-aside";
}

function findIpv6Fault(server: ServerFacts, { isResolved }: Around): ServerFault | null {
  const { ipv6 } = server;
  if (ipv6 === null) {
    return "unreadable";
  }
  if (isMulticastIpv6(ipv6) || isUnspecifiedIpv6(ipv6) || isMapped(ipv6)) {
    return "unusable";
  }
  if (isIpv6Loopback(ipv6)) {
    return isResolved() ? null : "loopback";
  }
  return needsZone(server) ? "zone-missing" : null;
}

/** What was observed of each fault, ready to be told by the rule that is about it. */
export type FaultyServers = ReadonlyMap<ServerFault, readonly Observation[]>;

const noFaults: FaultyServers = new Map();

/** Every server with a fault. Part of a terminal's facts, because several rules tell of them. */
export function findFaulty(terminal: ServerSurroundings): FaultyServers {
  let found: Map<ServerFault, Map<string | null, Set<string>>> | null = null;
  const around = lookAround(terminal);
  for (const { interface: name, servers } of listServers(terminal)) {
    for (const server of servers) {
      const fault = findServerFault(terminal, server, around);
      if (fault === null) continue;
      found ??= new Map();
      const lists = found.get(fault) ?? new Map<string | null, Set<string>>();
      const list = lists.get(name) ?? new Set();
      found.set(fault, lists);
      lists.set(name, list.add(server.text));
    }
  }
  return found === null
    ? noFaults
    : new Map([...found].map(([fault, lists]) => [fault, [...lists].map(([name, servers]) => tell(name, servers))]));
}

function tell(name: string | null, servers: ReadonlySet<string>): Observation {
  return { interface: name, field: name === null ? "nameServers" : "ipv4.dns", evidence: { servers: [...servers] } };
}

const nothing: readonly Observation[] = [];

/** One observation for every interface that lists servers with this fault. */
export function observeServers(
  { faultyServers }: { readonly faultyServers: FaultyServers },
  fault: ServerFault,
): readonly Observation[] {
  return faultyServers.get(fault) ?? nothing;
}

/** systemd-resolved's own addresses. */
function isStub(text: string): boolean {
  return text === "127.0.0.53" || text === "127.0.0.54";
}

/**
 * Whether a resolver may be listening on the terminal itself: a manager that brings one, or a server elsewhere that it can
 * ask. A loopback address alone with none of these is a mistake.
 */
function bringsResolver(terminal: ServerSurroundings): boolean {
  return (
    terminal.settings.interfaces.some(({ manager }) => manager === "connman" || manager === "openwrt-uci") ||
    listServers(terminal).some(({ servers }) => servers.some((server) => isElsewhere(terminal, server)))
  );
}

function isElsewhere(terminal: ServerSurroundings, { ipv4, ipv6 }: ServerFacts): boolean {
  if (ipv6 !== null) {
    return !isIpv6Loopback(ipv6);
  }
  return ipv4 !== null && !isLoopback(ipv4) && !terminal.own.has(ipv4) && findNoHostRange(ipv4) === null;
}
