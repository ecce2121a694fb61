// settings + context -> the same settings with every address parsed once: what the rules look at.
// Loopback and virtual interfaces are left out here, so no rule can raise a false alarm about them.
import { type Cidr, findBroadcast, findNetwork, parseCidr } from "../settings/cidr.ts";
import { type Ipv4Address, parseIpv4 } from "../settings/ipv4.ts";
import type { InterfaceSettings, IpSettings, NetworkSettings, Route } from "../settings/network-settings.ts";
import { parsePrefixLength } from "../settings/prefix-length.ts";
import { findNoHostRange, isLoopback } from "./ipv4-ranges.ts";

/** What is known besides the terminal's settings. */
export interface CheckContext {
  /** Addresses that were seen to answer on an interface's link (its neighbour table). */
  readonly neighbours: readonly { readonly interface: string; readonly address: string }[];
}

export interface InterfaceFacts {
  readonly name: string;
  readonly settings: InterfaceSettings;
  /** The values to judge: what is configured, and with DHCP what was leased. */
  readonly ipv4: IpSettings;
  /** Whether a person chose the values, so that a person can correct them. */
  readonly isByHand: boolean;
  /** Cellular and PPP links have one neighbour, and a prefix length or gateway that nobody chose. */
  readonly isPointToPoint: boolean;
  /** Null when absent or unreadable. */
  readonly address: Ipv4Address | null;
  /** What stands where the mask belongs, when it could not be read as a prefix length of 0 to 32 bits. */
  readonly maskText: string | null;
  /** The terminal's own network: null unless a host may have the address and the prefix length is readable. */
  readonly subnet: Cidr | null;
  /** Every network that is reached without a gateway: the subnet, those of additional addresses, on-link routes. */
  readonly reached: readonly Cidr[];
  readonly gateway: Ipv4Address | null;
}

export interface TerminalFacts {
  readonly settings: NetworkSettings;
  readonly context: CheckContext;
  readonly interfaces: readonly InterfaceFacts[];
  /** IPv4 default routes that are in force. */
  readonly defaultRoutes: readonly Route[];
  /** The terminal's own addresses. */
  readonly own: ReadonlySet<Ipv4Address>;
  /** The network and broadcast addresses of its subnets, which no device has. */
  readonly edges: ReadonlySet<Ipv4Address>;
}

export function gatherFacts(settings: NetworkSettings, context: CheckContext): TerminalFacts {
  const interfaces = settings.interfaces.flatMap((candidate) => gatherInterface(candidate, settings.routes) ?? []);
  return {
    settings,
    context,
    interfaces,
    own: new Set(interfaces.flatMap(({ address }) => address ?? [])),
    edges: new Set(
      interfaces.flatMap(({ subnet }) =>
        subnet !== null && subnet.prefixLength <= 30 ? [findNetwork(subnet), findBroadcast(subnet)] : [],
      ),
    ),
    defaultRoutes: settings.routes.filter((route) => route.destination === "0.0.0.0/0"),
  };
}

/** Null for what is absent, unreadable, or 0.0.0.0, which terminals show for "none". */
export function readAddress(text: string | null): Ipv4Address | null {
  const parsed = text === null ? null : parseIpv4(text);
  return parsed?.ok && parsed.value !== 0 ? parsed.value : null;
}

function gatherInterface(settings: InterfaceSettings, routes: readonly Route[]): InterfaceFacts | null {
  const configured = settings.ipv4;
  if (configured === null || settings.kind === "loopback" || settings.kind === "virtual" || settings.name === "lo") {
    return null;
  }
  const running = settings.running?.ipv4 ?? null;
  const isByHand = configured.method === "static" || (!isAutomatic(configured) && configured.address !== null);
  const ipv4 = !isByHand && running?.address ? { ...running, method: configured.method } : configured;
  const [addressText = "", suffix = null] = ipv4.address?.split("/", 2) ?? [];
  const parsed = parseIpv4(addressText);
  const address = parsed.ok ? parsed.value : null;
  const prefixLength = ipv4.prefixLength ?? readPrefixLength(suffix);
  const isUsable = prefixLength !== null && prefixLength >= 1 && prefixLength <= 32;
  const canBeHost = address !== null && findNoHostRange(address) === null && !isLoopback(address);
  const subnet = canBeHost && isUsable ? { address, prefixLength } : null;
  return {
    name: settings.name,
    settings,
    ipv4,
    isByHand,
    isPointToPoint: settings.kind === "cellular" || settings.kind === "ppp",
    address,
    maskText: isUsable ? null : (ipv4.prefixLength?.toString() ?? suffix),
    subnet,
    reached: [...(subnet === null ? [] : [subnet]), ...readAdditional(ipv4), ...findOnLink(settings, routes)],
    gateway: readAddress(ipv4.gateway),
  };
}

function isAutomatic(ipv4: IpSettings): boolean {
  return ipv4.method === "dhcp" || ipv4.method === "link-local";
}

function readPrefixLength(text: string | null): number | null {
  const parsed = text === null ? null : parsePrefixLength(text);
  return parsed?.ok ? parsed.value : null;
}

function readAdditional(ipv4: IpSettings): readonly Cidr[] {
  return ipv4.additional.flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr.ok ? [cidr.value] : [];
  });
}

/**
 * Networks that a person routed onto the link. Left out: the networks of running addresses (they tell what runs, not what
 * is configured), and single hosts: NetworkManager makes one for a gateway outside the subnet, and nothing answers there.
 */
function findOnLink(settings: InterfaceSettings, routes: readonly Route[]): readonly Cidr[] {
  const running = settings.running?.ipv4 ?? null;
  if (running?.address == null) {
    return [];
  }
  const own = [`${running.address}/${running.prefixLength}`, ...running.additional].flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr.ok ? [cidr.value] : [];
  });
  return routes.flatMap((route) => {
    const cidr = route.interface === settings.name && route.gateway === null ? parseCidr(route.destination) : null;
    const isNetwork = cidr?.ok && cidr.value.prefixLength >= 1 && cidr.value.prefixLength <= 30;
    return isNetwork && !own.some((mine) => isSameNetwork(mine, cidr.value)) ? [cidr.value] : [];
  });
}

function isSameNetwork(one: Cidr, other: Cidr): boolean {
  return one.prefixLength === other.prefixLength && findNetwork(one) === findNetwork(other);
}
