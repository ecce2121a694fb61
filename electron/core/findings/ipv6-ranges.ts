import { type Ipv6Address, type Ipv6Cidr, isInsideIpv6, parseIpv6 } from "../settings/ipv6.ts";
import type { ServerFacts } from "./interface-facts.ts";

const linkLocal = readRange("fe80::/10");
const multicast = readRange("ff00::/8");
const uniqueLocal = readRange("fc00::/7");

/** RFC 3849 and RFC 9637. */
const documentation = ["2001:db8::/32", "3fff::/20"].map(readRange);

interface NamedRange extends Ipv6Cidr {
  readonly text: string;
}

/** `::`, RFC 4291 2.5.2. */
export function isUnspecifiedIpv6(address: Ipv6Address): boolean {
  return address.every((group) => group === 0);
}

/** `::1`, RFC 4291 2.5.3. */
export function isIpv6Loopback(address: Ipv6Address): boolean {
  return address.every((group, place) => group === (place === 7 ? 1 : 0));
}

/** ff00::/8, RFC 4291 2.7. */
export function isMulticastIpv6(address: Ipv6Address): boolean {
  return isInsideIpv6(address, multicast);
}

/** fe80::/10, RFC 4291 2.5.6. */
export function isLinkLocalIpv6(address: Ipv6Address): boolean {
  return isInsideIpv6(address, linkLocal);
}

/** fc00::/7, RFC 4193. */
export function isUniqueLocal(address: Ipv6Address): boolean {
  return isInsideIpv6(address, uniqueLocal);
}

/** The range, as `2001:db8::/32`, that is set aside for documentation, or null. */
export function findDocumentationRange(address: Ipv6Address): string | null {
  return documentation.find((range) => isInsideIpv6(address, range))?.text ?? null;
}

/** A link-local address that is written without saying on which interface (RFC 4007 6). */
export function needsZone({ ipv6, zone }: Pick<ServerFacts, "ipv6" | "zone">): boolean {
  return ipv6 !== null && zone === null && isLinkLocalIpv6(ipv6);
}

function readRange(text: string): NamedRange {
  const [first = "", bits = ""] = text.split("/");
  const parsed = parseIpv6(first);
  return { text, address: parsed.ok ? parsed.value.address : [], prefixLength: Number(bits) };
}
