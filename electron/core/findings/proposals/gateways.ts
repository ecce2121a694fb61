// What the gateway of an interface could be, from what else is known. Each clue alone may mislead, so they are weighed:
//   the site's policy names it > it is the running default route, or this PC's gateway on the same router
//   > a name server or neighbour at a place where routers sit > a name server elsewhere
//   > the same last part as the wrong gateway > a neighbour elsewhere > only a place where routers sit (.1, .254)
// Two guesses of equal weight stay equal: a person chooses.
import {
  type Cidr,
  findBroadcast,
  findFirstHost,
  findLastHost,
  findNetwork,
  isHostOf,
  isInside,
} from "../../settings/cidr.ts";
import { type Ipv4Address, printIpv4 } from "../../settings/ipv4.ts";
import { maskOf } from "../../settings/prefix-length.ts";
import { findPlace } from "./free-address.ts";
import type { Observation } from "../observation.ts";
import { type Candidate, findCorrectable } from "../rule.ts";
import { type InterfaceFacts, readAddress } from "../interface-facts.ts";
import type { TerminalFacts } from "../terminal-facts.ts";
import type { ReasonId } from "../texts/en/reasons.ts";

interface Clues {
  readonly isPolicy: boolean;
  readonly isOfPc: boolean;
  readonly isRoute: boolean;
  readonly isNameServer: boolean;
  readonly isNeighbour: boolean;
  readonly keepsHostPart: boolean;
  readonly isFirstOrLast: boolean;
}

/** Other gateways for the interface that was observed, inside its own subnet and not itself; none where DHCP gives it. */
export function proposeGateways(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  const subnet = target?.subnet ?? null;
  if (target === null || subnet === null || subnet.prefixLength > 30) {
    return [];
  }
  const routes = findRouteGateways(terminal, target);
  const servers = listNameServers(terminal, target);
  const neighbours = terminal.neighbours.flatMap((one) => (one.interface === target.name ? [one.address] : []));
  const moved = target.gateway === null ? [] : [moveInto(subnet, target.gateway)];
  const ends = [findFirstHost(subnet), findLastHost(subnet)];
  const { policy } = terminal;
  const ordered = policy?.gateway == null ? [] : [policy.gateway];
  const ending = policy?.entries.gatewayEndsIn;
  const customary = ending === undefined ? [] : [moveInto(subnet, ending)];
  const ofPc = findPcGateways(terminal);
  const possible = new Set([
    ...ordered,
    ...routes,
    ...servers,
    ...ofPc,
    ...customary,
    ...moved,
    ...ends,
    ...neighbours,
  ]);
  return [...possible]
    .filter((address) => isHostOf(address, subnet) && address !== subnet.address && address !== target.gateway)
    .map((address) =>
      weigh(target, address, {
        isPolicy: ordered.includes(address) || customary.includes(address),
        isOfPc: ofPc.includes(address),
        isRoute: routes.includes(address),
        isNameServer: servers.includes(address),
        isNeighbour: neighbours.includes(address),
        keepsHostPart: moved.includes(address),
        isFirstOrLast: ends.includes(address),
      }),
    );
}

/** The same host part in another network: 192.168.2.1 moved into 192.168.1.0/24 is 192.168.1.1. */
function moveInto(network: Cidr, address: Ipv4Address): Ipv4Address {
  return (findNetwork(network) | (address & ~maskOf(network.prefixLength))) >>> 0;
}

/** The readable IPv4 name servers that the terminal uses on or beside this interface, as listed. */
function listNameServers(terminal: TerminalFacts, target: InterfaceFacts): readonly Ipv4Address[] {
  const found: Ipv4Address[] = [];
  for (const { ipv4 } of target.servers) {
    if (ipv4 !== null && ipv4 !== 0) found.push(ipv4);
  }
  for (const server of terminal.settings.nameServers) {
    const address = readAddress(server.address);
    if (address !== null) found.push(address);
  }
  return found;
}

/** The gateway of this PC, where a person said that both hang on one router. */
function findPcGateways({ context }: TerminalFacts): readonly Ipv4Address[] {
  const pc = context.pc?.sharesRouter === true ? context.pc.interfaces : [];
  return pc.flatMap(({ gateway }) => readAddress(gateway) ?? []);
}

function findRouteGateways(terminal: TerminalFacts, target: InterfaceFacts): readonly Ipv4Address[] {
  const own = terminal.defaultRoutes.filter((route) => route.interface === target.name);
  return [target.settings.running?.ipv4 ?? null, ...own]
    .map((route) => readAddress(route?.gateway ?? null))
    .filter((address): address is Ipv4Address => address !== null && address !== target.gateway);
}

function weigh(target: InterfaceFacts, address: Ipv4Address, clues: Clues): Candidate {
  const gateway = printIpv4(address);
  const [confidence, reason] = rank(clues);
  return {
    set: [{ interface: target.name, field: "ipv4.gateway", value: gateway }],
    confidence,
    reason,
    values: { gateway },
  };
}

function rank(clues: Clues): readonly [number, ReasonId] {
  if (clues.isPolicy) {
    return [0.95, "gateway-is-policy"];
  }
  const isUsualPlace = clues.isFirstOrLast || clues.keepsHostPart;
  if (clues.isRoute) {
    return [0.9, "gateway-runs"];
  }
  if (clues.isOfPc) {
    return [0.9, "gateway-of-pc"];
  }
  if (clues.isNameServer && isUsualPlace) {
    return [clues.isNeighbour ? 0.9 : 0.85, "gateway-is-name-server"];
  }
  if (clues.isNeighbour && isUsualPlace) {
    return [0.8, "gateway-is-neighbour"];
  }
  if (clues.isNameServer) {
    return [0.6, "gateway-is-name-server"];
  }
  if (clues.keepsHostPart) {
    return [0.5, "gateway-same-host-part"];
  }
  return clues.isNeighbour ? [0.4, "gateway-is-neighbour"] : [0.3, "gateway-usual-place"];
}

/**
 * When the gateway lies outside, it may be the one that is right: the mask may be too long, or the address mistyped.
 * A shorter prefix is considered only where it is customary: /24, and /16 in 10.0.0.0/8 and 172.16.0.0/12.
 */
export function proposeToReachGateway(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  if (target === null || target.subnet === null || target.gateway === null) {
    return [];
  }
  const outside = { target, subnet: target.subnet, gateway: target.gateway };
  return [...shortenPrefix(outside), ...moveAddress(terminal, outside)];
}

interface Outside {
  readonly target: InterfaceFacts;
  readonly subnet: Cidr;
  readonly gateway: Ipv4Address;
}

function shortenPrefix({ target, subnet, gateway }: Outside): readonly Candidate[] {
  const isLarge = subnet.address >>> 24 === 10 || subnet.address >>> 20 === 0xac1;
  const prefixLength = subnet.prefixLength > 24 ? 24 : subnet.prefixLength > 16 && isLarge ? 16 : null;
  const wider = prefixLength === null ? null : { address: subnet.address, prefixLength };
  if (wider === null || !isHostOf(gateway, wider) || !isHostOf(subnet.address, wider)) {
    return [];
  }
  const address = printIpv4(subnet.address);
  return [
    {
      set: [{ interface: target.name, field: "ipv4.address", value: `${address}/${wider.prefixLength}` }],
      confidence: wider.prefixLength === 24 ? 0.75 : 0.35,
      reason: "mask-too-long",
      values: {
        gateway: printIpv4(gateway),
        address,
        first: printIpv4(findNetwork(wider) + 1),
        last: printIpv4(findBroadcast(wider) - 1),
      },
    },
  ];
}

function moveAddress(terminal: TerminalFacts, { target, subnet, gateway }: Outside): readonly Candidate[] {
  const network = { address: gateway, prefixLength: subnet.prefixLength };
  const running = readAddress(target.settings.running?.ipv4?.address ?? null);
  const isRunningThere = running !== null && isInside(running, network);
  const moved = { address: moveInto(network, subnet.address), prefixLength: subnet.prefixLength };
  const address = isRunningThere ? running : isHostOf(moved.address, moved) ? findPlace(terminal, target, moved) : null;
  const servers = listNameServers(terminal, target);
  const isServedThere = servers.some((server) => isInside(server, network));
  const isServedHere = servers.some((server) => isInside(server, subnet));
  const confidence = isRunningThere ? 0.9 : isServedHere ? 0.3 : isServedThere ? 0.7 : 0.5;
  if (address === null || !isHostOf(address, network) || address === gateway) {
    return [];
  }
  return [
    {
      set: [{ interface: target.name, field: "ipv4.address", value: `${printIpv4(address)}/${subnet.prefixLength}` }],
      confidence,
      reason: isRunningThere
        ? "address-runs"
        : isServedThere && !isServedHere
          ? "address-with-servers"
          : "address-with-gateway",
      values: { address: printIpv4(address), gateway: printIpv4(gateway) },
    },
  ];
}
