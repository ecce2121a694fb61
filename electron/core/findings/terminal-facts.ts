// settings + context -> the same settings with every address parsed once: what the rules look at.
// Loopback and virtual interfaces are left out here, so no rule can raise a false alarm about them.
import { findBroadcast, findNetwork } from "../settings/cidr.ts";
import type { Ipv4Address } from "../settings/ipv4.ts";
import type { NetworkSettings, Route } from "../settings/network-settings.ts";
import type { CheckContext } from "./check-context.ts";
import { gatherInterface, type InterfaceFacts, readAddress, readServer, type ServerFacts } from "./interface-facts.ts";
import { type FaultyServers, findFaulty, type ServerSurroundings } from "./name-servers.ts";
import { findPolicyFor } from "./policy/apply-exceptions.ts";
import type { PreparedPolicy } from "./policy/prepare-policy.ts";

export interface Neighbour {
  readonly interface: string;
  readonly address: Ipv4Address;
}

export interface TerminalFacts extends ServerSurroundings {
  readonly context: CheckContext;
  /** The site's policy with what it says of this very terminal, or null. */
  readonly policy: PreparedPolicy | null;
  /** At the places of `settings.interfaces`; null for those that no rule looks at. */
  readonly places: readonly (InterfaceFacts | null)[];
  /** IPv4 default routes that are in force. */
  readonly defaultRoutes: readonly Route[];
  /** The interfaces that they use. */
  readonly routed: ReadonlySet<string>;
  readonly faultyServers: FaultyServers;
  /** Who was seen to answer on which link. */
  readonly neighbours: readonly Neighbour[];
}

export function gatherFacts(settings: NetworkSettings, context: CheckContext): TerminalFacts {
  const routes = groupRoutes(settings.routes);
  const places = settings.interfaces.map((one) => gatherInterface(one, routes.get(one.name) ?? []));
  return gatherTerminal({ settings, context, policy: findPolicyFor(settings, context.policy ?? null) }, places);
}

/** The facts of settings that differ from known ones in few interfaces: what is the same object is not looked at again. */
export function regatherFacts(settings: NetworkSettings, known: TerminalFacts): TerminalFacts {
  const places = settings.interfaces.map((one, place) => {
    const same = known.settings.interfaces[place] === one;
    const own = (route: Route): boolean => route.interface === one.name;
    return same ? (known.places[place] ?? null) : gatherInterface(one, settings.routes.filter(own));
  });
  return gatherTerminal({ settings, context: known.context, policy: known.policy }, places);
}

const nowhere: ReadonlySet<string> = new Set();

type Basis = Pick<TerminalFacts, "settings" | "context" | "policy">;

function gatherTerminal(basis: Basis, places: TerminalFacts["places"]): TerminalFacts {
  const { settings } = basis;
  const interfaces: InterfaceFacts[] = [];
  const own = new Set<Ipv4Address>();
  const edges = new Set<Ipv4Address>();
  for (const one of places) {
    if (one === null) continue;
    interfaces.push(one);
    if (one.address !== null) own.add(one.address);
    if (one.subnet !== null && one.subnet.prefixLength <= 30) {
      edges.add(findNetwork(one.subnet)).add(findBroadcast(one.subnet));
    }
  }
  const otherServers = gatherOthers(settings, interfaces);
  const defaultRoutes = settings.routes.filter((route) => route.destination === "0.0.0.0/0");
  return {
    ...basis,
    places,
    interfaces,
    defaultRoutes,
    routed: defaultRoutes.length === 0 ? nowhere : nameInterfaces(defaultRoutes),
    otherServers,
    faultyServers: findFaulty({ settings, interfaces, otherServers, own, edges }),
    own,
    neighbours: settings.neighbours === undefined ? nobody : readNeighbours(settings.neighbours),
    edges,
  };
}

const nobody: readonly Neighbour[] = [];

function readNeighbours(neighbours: NonNullable<NetworkSettings["neighbours"]>): readonly Neighbour[] {
  return neighbours.flatMap((one) => {
    const address = readAddress(one.address);
    return address === null ? [] : [{ interface: one.interface, address }];
  });
}

/** Whether this address was seen to answer on this interface's link. */
export function answersOn({ neighbours }: TerminalFacts, name: string, address: Ipv4Address): boolean {
  return neighbours.some((one) => one.interface === name && one.address === address);
}

function nameInterfaces(routes: readonly Route[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { interface: name } of routes) {
    if (name !== null) names.add(name);
  }
  return names;
}

function groupRoutes(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  const grouped = new Map<string, Route[]>();
  for (const route of routes) {
    if (route.interface === null) continue;
    const known = grouped.get(route.interface);
    if (known === undefined) grouped.set(route.interface, [route]);
    else known.push(route);
  }
  return grouped;
}

function gatherOthers(settings: NetworkSettings, interfaces: readonly InterfaceFacts[]): readonly ServerFacts[] {
  if (settings.nameServers.length === 0) {
    return [];
  }
  const others = new Set(settings.nameServers.map(({ address }) => address));
  for (const { ipv4 } of interfaces) {
    for (const text of ipv4.dns) others.delete(text);
  }
  return [...others].map(readServer);
}

/** Whether an interface other than this one has a default route. */
export function leadsOutElsewhere({ routed }: TerminalFacts, name: string): boolean {
  return routed.size > (routed.has(name) ? 1 : 0);
}
