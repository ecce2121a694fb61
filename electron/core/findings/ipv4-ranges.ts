import { type Cidr, isInside } from "../settings/cidr.ts";
import { type Ipv4Address, parseIpv4 } from "../settings/ipv4.ts";

/** Never a host's own address nor a server's: RFC 1122 3.2.1.3, RFC 6890. Loopback is apart: a resolver may listen there. */
const noHostRanges = ["0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4"].map(readRange);

const loopbackRange = readRange("127.0.0.0/8");

const linkLocalRange = readRange("169.254.0.0/16");

/** Set aside for documentation, benchmarks and protocols by the IANA IPv4 Special-Purpose Address Registry. */
const setAsideRanges = [
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
].map(readRange);

const carrierNatRange = readRange("100.64.0.0/10");

/** RFC 1918. */
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map(readRange);

interface NamedRange extends Cidr {
  readonly text: string;
}

/** The range, as `224.0.0.0/4`, that keeps any device from having this address, or null. */
export function findNoHostRange(address: Ipv4Address): string | null {
  return noHostRanges.find((range) => isInside(address, range))?.text ?? null;
}

/** The range, as `192.0.2.0/24`, that is set aside for examples and measurements, or null. */
export function findSetAsideRange(address: Ipv4Address): string | null {
  return setAsideRanges.find((range) => isInside(address, range))?.text ?? null;
}

export function isLoopback(address: Ipv4Address): boolean {
  return isInside(address, loopbackRange);
}

/** 169.254.0.0/16, RFC 3927. */
export function isLinkLocal(address: Ipv4Address): boolean {
  return isInside(address, linkLocalRange);
}

/** 100.64.0.0/10, RFC 6598. */
export function isCarrierNat(address: Ipv4Address): boolean {
  return isInside(address, carrierNatRange);
}

/** RFC 1918, and what else leads to nobody outside: link-local and carrier-grade NAT. */
export function isPrivate(address: Ipv4Address): boolean {
  return privateRanges.some((range) => isInside(address, range)) || isLinkLocal(address) || isCarrierNat(address);
}

/** An address that the internet routes to somebody. */
export function isPublic(address: Ipv4Address): boolean {
  return (
    !isPrivate(address) &&
    !isLoopback(address) &&
    findNoHostRange(address) === null &&
    findSetAsideRange(address) === null
  );
}

function readRange(text: string): NamedRange {
  const [first = "", bits = ""] = text.split("/");
  const address = parseIpv4(first);
  return { text, address: address.ok ? address.value : 0, prefixLength: Number(bits) };
}
