// One interface's settings with every address parsed once.
import { type Cidr, findNetwork, parseCidr } from "../settings/cidr.ts";
import { type Ipv4Address, scanIpv4 } from "../settings/ipv4.ts";
import { type Ipv6Address, type Ipv6Cidr, parseIpv6 } from "../settings/ipv6.ts";
import type { InterfaceKind, InterfaceSettings, IpSettings, Route } from "../settings/network-settings.ts";
import { parsePrefixLength } from "../settings/prefix-length.ts";
import { findNoHostRange, isLoopback } from "./ipv4-ranges.ts";

/** A name server or host as it is written, and what it is; both null when it is no address. */
export interface ServerFacts {
  readonly text: string;
  readonly ipv4: Ipv4Address | null;
  readonly ipv6: Ipv6Address | null;
  readonly zone: string | null;
}

export interface Ipv6Facts {
  readonly settings: IpSettings;
  readonly isByHand: boolean;
  /** Null when absent or unreadable. */
  readonly address: Ipv6Address | null;
  /** Null unless address and prefix length (1 to 128) are readable. */
  readonly subnet: Ipv6Cidr | null;
  readonly gateway: Ipv6Address | null;
  readonly servers: readonly ServerFacts[];
}

export interface InterfaceFacts {
  readonly name: string;
  readonly settings: InterfaceSettings;
  /** As reported, or as the name tells. */
  readonly kind: InterfaceKind | null;
  /** The values to judge: what is configured, and with DHCP what was leased. */
  readonly ipv4: IpSettings;
  readonly ipv6: Ipv6Facts | null;
  /** Whether a person chose the values, so that a person can correct them. */
  readonly isByHand: boolean;
  /** Cellular and PPP links have one neighbour, and a prefix length or gateway that nobody chose. */
  readonly isPointToPoint: boolean;
  /** A cable or Wi-Fi, where a shop's router is. */
  readonly isLan: boolean;
  /** Null when absent or unreadable. */
  readonly address: Ipv4Address | null;
  /** The same, unless no device may have it. */
  readonly hostAddress: Ipv4Address | null;
  /** What stands where the mask belongs, when it could not be read as a prefix length of 0 to 32 bits. */
  readonly maskText: string | null;
  /** The terminal's own network: null unless a host may have the address and the prefix length is readable. */
  readonly subnet: Cidr | null;
  /** Every network that is reached without a gateway: the subnet, those of additional addresses, on-link routes. */
  readonly reached: readonly Cidr[];
  readonly gateway: Ipv4Address | null;
  /** The name servers of `ipv4.dns`. */
  readonly servers: readonly ServerFacts[];
}

const unset: IpSettings = { method: null, address: null, prefixLength: null, gateway: null, dns: [], additional: [] };
const none: readonly never[] = [];

/** Null for interfaces that no rule looks at. `routes` are those of this interface. */
export function gatherInterface(settings: InterfaceSettings, routes: readonly Route[]): InterfaceFacts | null {
  const kind = settings.kind ?? guessKind(settings.name);
  if (kind === "loopback" || kind === "virtual" || settings.name === "lo") {
    return null;
  }
  const configured = settings.ipv4 ?? unset;
  const running = settings.running?.ipv4 ?? null;
  const isByHand = configured.method === "static" || (!isAutomatic(configured) && configured.address !== null);
  const ipv4 = !isByHand && running?.address ? { ...running, method: configured.method } : configured;
  const { address, prefixLength, maskText } = readOwn(ipv4);
  const hostAddress = address === null || isLoopback(address) || findNoHostRange(address) !== null ? null : address;
  const hasSubnet = hostAddress !== null && prefixLength !== null && maskText === null;
  const subnet = hasSubnet ? { address: hostAddress, prefixLength } : null;
  return {
    name: settings.name,
    settings,
    kind,
    ipv4,
    ipv6: settings.ipv6 === null && settings.running?.ipv6 == null ? null : gatherIpv6(settings),
    isByHand,
    isPointToPoint: kind === "cellular" || kind === "ppp",
    isLan: kind === "ethernet" || kind === "wifi",
    address,
    hostAddress,
    maskText,
    subnet,
    reached: findReached(settings, { ipv4, subnet, routes }),
    gateway: readAddress(ipv4.gateway),
    servers: ipv4.dns.length === 0 ? none : ipv4.dns.map(readServer),
  };
}

/** Where a terminal does not say: Linux's and Android's usual names. */
function guessKind(name: string): InterfaceKind | null {
  const letters = name.slice(0, 2);
  if (letters === "et" || letters === "en") return "ethernet";
  if (letters === "wl") return "wifi";
  if (letters === "pp") return name.startsWith("ppp") ? "ppp" : null;
  return /^(?:wwan|rmnet|ccmni)/.test(name) ? "cellular" : null;
}

function readOwn(ipv4: IpSettings): Pick<InterfaceFacts, "address" | "maskText"> & { prefixLength: number | null } {
  const text = ipv4.address;
  const slash = text === null ? -1 : text.indexOf("/");
  const address = text === null ? null : scanIpv4(slash < 0 ? text : text.slice(0, slash));
  const suffix = text === null || slash < 0 ? null : (text.slice(slash + 1).split("/", 1)[0] ?? null);
  const prefixLength = ipv4.prefixLength ?? readPrefixLength(suffix);
  const isUsable = prefixLength !== null && prefixLength >= 1 && prefixLength <= 32;
  return { address, prefixLength, maskText: isUsable ? null : (ipv4.prefixLength?.toString() ?? suffix) };
}

function isAutomatic(ipv4: IpSettings): boolean {
  return ipv4.method === "dhcp" || ipv4.method === "link-local";
}

function readPrefixLength(text: string | null): number | null {
  const parsed = text === null ? null : parsePrefixLength(text);
  return parsed?.ok ? parsed.value : null;
}

interface Around {
  readonly ipv4: IpSettings;
  readonly subnet: Cidr | null;
  readonly routes: readonly Route[];
}

function findReached(settings: InterfaceSettings, { ipv4, subnet, routes }: Around): readonly Cidr[] {
  const reached: Cidr[] = subnet === null ? [] : [subnet];
  for (const text of ipv4.additional) {
    const cidr = parseCidr(text);
    if (cidr.ok) reached.push(cidr.value);
  }
  return routes.length === 0 ? reached : [...reached, ...findOnLink(settings, routes)];
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
  const found: Cidr[] = [];
  for (const route of routes) {
    const cidr = route.gateway === null && !route.destination.includes(":") ? parseCidr(route.destination) : null;
    if (cidr?.ok && cidr.value.prefixLength >= 1 && cidr.value.prefixLength <= 30) found.push(cidr.value);
  }
  if (found.length === 0) {
    return found;
  }
  const own = [`${running.address}/${running.prefixLength}`, ...running.additional].flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr.ok ? [cidr.value] : [];
  });
  return found.filter((one) => !own.some((mine) => isSameNetwork(mine, one)));
}

function isSameNetwork(one: Cidr, other: Cidr): boolean {
  return one.prefixLength === other.prefixLength && findNetwork(one) === findNetwork(other);
}

function gatherIpv6(settings: InterfaceSettings): Ipv6Facts {
  const configured = settings.ipv6 ?? unset;
  const running = settings.running?.ipv6 ?? null;
  const isByHand = configured.method === "static" && configured.address !== null;
  const ipv6 = !isByHand && running?.address ? running : configured;
  const [text = "", suffix = null] = ipv6.address?.split("/", 2) ?? [];
  const parsed = text === "" ? null : parseIpv6(text);
  const address = parsed?.ok ? parsed.value.address : null;
  const bits = ipv6.prefixLength ?? (suffix !== null && /^\d{1,3}$/.test(suffix) ? Number(suffix) : null);
  const gateway = ipv6.gateway ? parseIpv6(ipv6.gateway) : null;
  return {
    settings: ipv6,
    isByHand,
    address,
    subnet: address !== null && bits !== null && bits >= 1 && bits <= 128 ? { address, prefixLength: bits } : null,
    gateway: gateway?.ok ? gateway.value.address : null,
    servers: ipv6.dns.length === 0 ? none : ipv6.dns.map(readServer),
  };
}

/** A name server or a host as an address of either family. */
export function readServer(text: string): ServerFacts {
  if (!text.includes(":")) {
    return { text, ipv4: scanIpv4(text), ipv6: null, zone: null };
  }
  const parsed = parseIpv6(text);
  return {
    text,
    ipv4: null,
    ipv6: parsed.ok ? parsed.value.address : null,
    zone: parsed.ok ? parsed.value.zone : null,
  };
}

/** Null for what is absent, unreadable, or 0.0.0.0, which terminals show for "none". */
export function readAddress(text: string | null): Ipv4Address | null {
  const address = text === null ? null : scanIpv4(text);
  return address === 0 ? null : address;
}
