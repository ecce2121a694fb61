// address, gateway, name servers -> where they stand on the line from the network's first to its last address.
import {
  findBroadcast,
  findFirstHost,
  findLastHost,
  findNetwork,
  isInside,
} from "../../../electron/core/settings/cidr.ts";
import { parseIpv4, printIpv4 } from "../../../electron/core/settings/ipv4.ts";
import { parsePrefixLength } from "../../../electron/core/settings/prefix-length.ts";
import type { Draft } from "../session/session-state.ts";

export type PinKind = "terminal" | "gateway" | "server";

export interface Pin {
  readonly kind: PinKind;
  readonly address: string;
  /** 0 at the network's own address, 1 at its broadcast address; outside, 0 or 1. */
  readonly at: number;
  readonly side: "inside" | "before" | "after";
}

export interface Ruler {
  readonly network: string;
  readonly prefixLength: number;
  readonly first: string;
  readonly last: string;
  readonly broadcast: string;
  /** Addresses that devices can have. */
  readonly hosts: number;
  readonly pins: readonly Pin[];
}

/** Null until there is an address and a network size. */
export function placeOnRuler(draft: Pick<Draft, "address" | "prefix" | "gateway" | "servers">): Ruler | null {
  const address = parseIpv4(draft.address);
  const prefix = parsePrefixLength(draft.prefix);
  if (!address.ok || !prefix.ok || prefix.value === 0) return null;
  const subnet = { address: address.value, prefixLength: prefix.value };
  const network = findNetwork(subnet);
  const broadcast = findBroadcast(subnet);
  const place = (kind: PinKind, text: string): readonly Pin[] => {
    const parsed = parseIpv4(text);
    if (!parsed.ok || parsed.value === 0) return [];
    const side = isInside(parsed.value, subnet) ? "inside" : parsed.value < network ? "before" : "after";
    const at =
      side === "inside" ? (parsed.value - network) / Math.max(1, broadcast - network) : side === "before" ? 0 : 1;
    return [{ kind, address: text, at, side }];
  };
  return {
    network: `${printIpv4(network)}/${prefix.value}`,
    prefixLength: prefix.value,
    first: printIpv4(findFirstHost(subnet)),
    last: printIpv4(findLastHost(subnet)),
    broadcast: printIpv4(broadcast),
    hosts: findLastHost(subnet) - findFirstHost(subnet) + 1,
    pins: [
      ...place("terminal", draft.address),
      ...place("gateway", draft.gateway),
      ...draft.servers.flatMap((one) => place("server", one)),
    ],
  };
}
