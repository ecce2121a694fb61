// What the kernel holds of the network while it runs: links, addresses, routes; all of it gone after a restart.
// Methods return null when done and otherwise the sentence that iproute2 prints for the kernel's refusal.
// Held to the real kernel and iproute2 6.1.0 by the transcripts in tests/corpus/linux-console.
import { broadcastOf, networkOf } from "./dotted-quad.ts";
import { RouteTable, type Route } from "./route-table.ts";

export interface Address {
  readonly local: number;
  readonly prefixLength: number;
  readonly broadcast: number | null;
  readonly scope: "global" | "link" | "host";
  readonly label: string;
  /** A later address of a subnet that the link already has: it goes when the first one goes. */
  readonly secondary: boolean;
}

export interface LinkHardware {
  readonly name: string;
  readonly kind: "loopback" | "ether";
  readonly mac: string;
  readonly mtu: number;
  readonly driver: string | null;
}

export interface Link extends LinkHardware {
  readonly index: number;
  readonly up: boolean;
  /** Whether a cable with a live other end is in it. */
  readonly carrier: boolean;
  /** A link that was never up has no queue yet: `qdisc noop`. */
  readonly everUp: boolean;
  readonly addresses: readonly Address[];
  /** The IPv6 address that a link gives itself, `fe80::...`. */
  readonly linkLocal: boolean;
}

export type Refusal = string | null;

const smallestMtu = 68;

export class NetworkStack {
  readonly routes = new RouteTable();
  readonly #links = new Map<string, Link>();

  constructor(hardware: readonly LinkHardware[]) {
    hardware.forEach((device, at) => {
      const link = {
        ...device,
        index: at + 1,
        up: false,
        carrier: true,
        everUp: false,
        addresses: [],
        linkLocal: false,
      };
      this.#links.set(device.name, link);
    });
  }

  get links(): readonly Link[] {
    return [...this.#links.values()];
  }

  link(name: string): Link | null {
    return this.#links.get(name) ?? null;
  }

  setUp(name: string, up: boolean): Refusal {
    const link = this.#links.get(name);
    if (link === undefined) return missingDevice(name);
    if (link.up === up) return null;
    if (!up) {
      this.routes.removeWhere((route) => route.device === name);
      this.#change(link, { up: false, linkLocal: false });
      return null;
    }
    const fresh = this.#change(link, { up: true, everUp: true, linkLocal: link.kind === "ether" && link.carrier });
    if (fresh.kind === "loopback" && fresh.addresses.length === 0) {
      const home = { local: 0x7f000001, prefixLength: 8, broadcast: null, scope: "host", label: name } as const;
      this.#change(fresh, { addresses: [{ ...home, secondary: false }] });
    }
    for (const address of fresh.addresses) this.#addConnectedRoute(fresh, address);
    return null;
  }

  /** The cable is pulled or put back. Addresses and routes stay, as they do on a real terminal. */
  setCarrier(name: string, carrier: boolean): void {
    const link = this.#links.get(name);
    if (link === undefined) return;
    this.#change(link, { carrier, linkLocal: link.linkLocal || (carrier && link.up && link.kind === "ether") });
  }

  setMtu(name: string, mtu: number): Refusal {
    const link = this.#links.get(name);
    if (link === undefined) return missingDevice(name);
    if (link.kind === "ether" && mtu < smallestMtu) return "Error: mtu less than device minimum.";
    this.#change(link, { mtu });
    return null;
  }

  setMac(name: string, mac: string): Refusal {
    const link = this.#links.get(name);
    if (link === undefined) return missingDevice(name);
    this.#change(link, { mac: mac.toLowerCase() });
    return null;
  }

  addAddress(name: string, wanted: Omit<Address, "secondary">): Refusal {
    const link = this.#links.get(name);
    if (link === undefined) return missingDevice(name);
    const taken = link.addresses.some((one) => one.local === wanted.local && one.prefixLength === wanted.prefixLength);
    if (taken) return "Error: ipv4: Address already assigned.";
    const secondary = link.addresses.some((one) => !one.secondary && sameSubnet(one, wanted));
    const address: Address = { ...wanted, secondary };
    const before = secondary ? link.addresses : link.addresses.filter((one) => !one.secondary);
    const after = secondary ? [] : link.addresses.filter((one) => one.secondary);
    this.#change(link, { addresses: [...before, address, ...after] });
    if (link.up) this.#addConnectedRoute(link, address);
    return null;
  }

  removeAddress(name: string, local: number, prefixLength: number): Refusal {
    const link = this.#links.get(name);
    if (link === undefined) return missingDevice(name);
    const found = link.addresses.find((one) => one.local === local && one.prefixLength === prefixLength);
    if (found === undefined) return "Error: ipv4: Address not found.";
    const gone = found.secondary
      ? [found]
      : link.addresses.filter((one) => one === found || (one.secondary && sameSubnet(one, found)));
    const addresses = link.addresses.filter((one) => !gone.includes(one));
    this.#change(link, { addresses });
    const sources = new Set(gone.map((one) => one.local));
    // Without any address left the kernel forgets every route of the link; otherwise those with this source.
    this.routes.removeWhere(
      (route) =>
        (addresses.length === 0 && route.device === name) || (route.source !== null && sources.has(route.source)),
    );
    return null;
  }

  /** `ip addr flush`: null scope means every address, the link's own IPv6 one too. */
  flushAddresses(name: string, scope: string | null): Refusal {
    const link = this.#links.get(name);
    if (link === undefined) return `Device "${name}" does not exist.`;
    for (const address of link.addresses) {
      if (scope === null || address.scope === scope) this.removeAddress(name, address.local, address.prefixLength);
    }
    const left = this.#links.get(name);
    if (left !== undefined && (scope === null || scope === "link")) this.#change(left, { linkLocal: false });
    return null;
  }

  /** The link through which a gateway is reached without another gateway, or null. */
  onLinkDevice(gateway: number, device: string | null): string | null {
    for (const link of this.#links.values()) {
      if (!link.up || (device !== null && device !== link.name)) continue;
      if (link.addresses.some((one) => one.local === gateway)) return link.name;
    }
    const route = this.routes.find(
      gateway,
      (one) => one.gateway === null && (device === null || one.device === device),
    );
    if (route === null) return null;
    const link = this.#links.get(route.device);
    const isBroadcast = link?.addresses.some(
      (one) => one.prefixLength < 31 && broadcastOf(one.local, one.prefixLength) === gateway,
    );
    return isBroadcast === true ? null : route.device;
  }

  /** The address that packets to `target` leave with. */
  sourceFor(route: Route, target: number): number | null {
    if (route.source !== null) return route.source;
    const addresses = this.#links.get(route.device)?.addresses ?? [];
    const towards = route.gateway ?? target;
    const near = addresses.find(
      (one) => networkOf(towards, one.prefixLength) === networkOf(one.local, one.prefixLength),
    );
    return (near ?? addresses[0])?.local ?? null;
  }

  ownsAddress(address: number): boolean {
    return this.links.some((link) => link.addresses.some((one) => one.local === address));
  }

  #addConnectedRoute(link: Link, address: Address): void {
    const destination = networkOf(address.local, address.prefixLength);
    // No subnet route for 0/8 either, which is what a prefix length of 0 comes to (fib_add_ifaddr).
    const hasSubnet = address.prefixLength < 32 && destination >>> 24 !== 0;
    if (link.kind === "loopback" || address.secondary || !hasSubnet) return;
    this.routes.insert({
      destination,
      prefixLength: address.prefixLength,
      gateway: null,
      device: link.name,
      protocol: "kernel",
      scope: "link",
      source: address.local,
      metric: 0,
      onLink: false,
    });
  }

  #change(link: Link, part: Partial<Link>): Link {
    const changed = { ...link, ...part };
    this.#links.set(link.name, changed);
    return changed;
  }
}

export function missingDevice(name: string): string {
  return `Cannot find device "${name}"`;
}

function sameSubnet(one: Omit<Address, "secondary">, other: Omit<Address, "secondary">): boolean {
  return (
    one.prefixLength === other.prefixLength &&
    networkOf(one.local, one.prefixLength) === networkOf(other.local, other.prefixLength)
  );
}
