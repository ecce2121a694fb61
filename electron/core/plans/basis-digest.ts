import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { describeAcquirer } from "../settings/acquirer-value.ts";
import type { InterfaceSettings, NetworkSettings } from "../settings/network-settings.ts";

/**
 * SHA-256, hexadecimal, of what a plan stands on: who keeps each interface's settings and what is configured, the name
 * servers unless leases bring them, and where the terminal takes any of it, what it pays through. Left out is what changes
 * by itself: leases, links, routes, MTU, clocks. The order in which interfaces were read makes no difference.
 */
export function digestBasis(settings: NetworkSettings): string {
  return digestJson(describeBasis(settings));
}

/** SHA-256, hexadecimal, of a value's JSON. The caller builds it with a fixed order of keys, so the text is canonical. */
export function digestJson(value: unknown): string {
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(value))));
}

function describeBasis(settings: NetworkSettings): unknown {
  const interfaces = settings.interfaces.filter((one) => one.kind !== "loopback" && one.kind !== "virtual");
  const isLeased = interfaces.some((one) => one.ipv4?.method === "dhcp");
  return {
    interfaces: interfaces
      .map(describeInterface)
      .toSorted(([one], [other]) => (one < other ? -1 : Number(one > other))),
    nameServers: isLeased ? null : settings.nameServers.map((server) => server.address),
    ...(settings.settable !== undefined && { acquirer: describeAcquirer(settings) }),
  };
}

function describeInterface({ name, manager, ipv4, cellular }: InterfaceSettings): readonly [string, ...unknown[]] {
  if (cellular?.context != null) {
    const { context, apn, pdpType, authentication, user, sim } = cellular;
    return [name, manager, context, apn, pdpType, authentication ?? null, user ?? null, sim ?? null];
  }
  if (ipv4 === null || ipv4.method === "dhcp" || ipv4.method === "link-local") {
    return [name, manager, ipv4?.method ?? null];
  }
  return [name, manager, ipv4.method, ipv4.address, ipv4.prefixLength, ipv4.gateway, ipv4.dns, ipv4.additional];
}
