import { fail, type Result, succeed } from "../failures/result.ts";
import { type Ipv4Address, type Ipv4Fault, parseIpv4, printIpv4 } from "./ipv4.ts";
import { maskOf, type PrefixFault, parsePrefixLength } from "./prefix-length.ts";

/** An address together with the length of its network's prefix, 0 to 32 bits. */
export interface Cidr {
  readonly address: Ipv4Address;
  readonly prefixLength: number;
}

export type CidrFault = Ipv4Fault | PrefixFault | "prefix-missing";

/** Reads `192.168.1.23/24` or `192.168.1.23/255.255.255.0`. */
export function parseCidr(text: string): Result<Cidr, CidrFault> {
  const slash = text.indexOf("/");
  const address = parseIpv4(slash < 0 ? text : text.slice(0, slash));
  if (!address.ok) {
    return address;
  }
  if (slash < 0) {
    return fail("prefix-missing");
  }
  const prefixLength = parsePrefixLength(text.slice(slash + 1));
  return prefixLength.ok ? succeed({ address: address.value, prefixLength: prefixLength.value }) : prefixLength;
}

export function printCidr(cidr: Cidr): string {
  return `${printIpv4(cidr.address)}/${cidr.prefixLength}`;
}

/** The first address of the network: all host bits zero. */
export function findNetwork({ address, prefixLength }: Cidr): Ipv4Address {
  return (address & maskOf(prefixLength)) >>> 0;
}

/** The last address of the network: all host bits one. */
export function findBroadcast({ address, prefixLength }: Cidr): Ipv4Address {
  return (address | ~maskOf(prefixLength)) >>> 0;
}

/** `192.168.1.0/24` for whichever of its addresses. */
export function printNetwork(cidr: Cidr): string {
  return printCidr({ address: findNetwork(cidr), prefixLength: cidr.prefixLength });
}

export function isInside(address: Ipv4Address, network: Cidr): boolean {
  return ((address ^ network.address) & maskOf(network.prefixLength)) === 0;
}

/** The lowest address a host may have: a /31 and a /32 use every address (RFC 3021). */
export function findFirstHost(network: Cidr): Ipv4Address {
  return network.prefixLength >= 31 ? findNetwork(network) : findNetwork(network) + 1;
}

/** The highest address a host may have. */
export function findLastHost(network: Cidr): Ipv4Address {
  return network.prefixLength >= 31 ? findBroadcast(network) : findBroadcast(network) - 1;
}

export function isHostOf(address: Ipv4Address, network: Cidr): boolean {
  return address >= findFirstHost(network) && address <= findLastHost(network);
}
