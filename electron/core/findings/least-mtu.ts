import type { InterfaceFacts } from "./interface-facts.ts";

/**
 * Octets that an interface must be able to send at once: 576 for IPv4 (RFC 791 3.2), 1280 where IPv6 is used (RFC 8200 5).
 * Every Linux interface has a link-local address; IPv6 is used where there is more.
 */
export function findLeastMtu({ ipv6 }: InterfaceFacts): number {
  return ipv6?.isByHand === true || (ipv6?.gateway ?? null) !== null ? 1280 : 576;
}
