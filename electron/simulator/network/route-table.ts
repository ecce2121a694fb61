// The kernel's main table of IPv4 routes, in the order in which it lists them.
import { networkOf } from "./dotted-quad.ts";

export interface Route {
  readonly destination: number;
  readonly prefixLength: number;
  readonly gateway: number | null;
  readonly device: string;
  readonly protocol: "boot" | "kernel" | "static" | "dhcp";
  readonly scope: "global" | "link" | "host";
  readonly source: number | null;
  readonly metric: number;
  /** The gateway is taken to be on the link, whatever the subnet says. */
  readonly onLink: boolean;
}

export type RouteKey = Pick<Route, "destination" | "prefixLength" | "metric">;

export class RouteTable {
  #routes: readonly Route[] = [];

  get all(): readonly Route[] {
    return this.#routes;
  }

  /** The route that the kernel takes: the longest prefix, then the lowest metric. */
  find(target: number, allowed: (route: Route) => boolean = () => true): Route | null {
    let best: Route | null = null;
    for (const route of this.#routes) {
      if (networkOf(target, route.prefixLength) !== route.destination || !allowed(route)) continue;
      if (best === null || route.prefixLength > best.prefixLength) best = route;
    }
    return best;
  }

  /** Two routes to one destination may differ in metric only: gateways are not told apart. */
  has(key: RouteKey): boolean {
    return this.#routes.some((route) => sameKey(route, key));
  }

  insert(route: Route): void {
    this.#routes = [...this.#routes, route].sort(byKernelOrder);
  }

  replace(route: Route): void {
    const at = this.#routes.findIndex((one) => sameKey(one, route));
    if (at < 0) this.insert(route);
    else this.#routes = this.#routes.with(at, route);
  }

  /** Removes the first route that matches; false when there is none. */
  removeFirst(matches: (route: Route) => boolean): boolean {
    const at = this.#routes.findIndex(matches);
    if (at < 0) return false;
    this.#routes = this.#routes.toSpliced(at, 1);
    return true;
  }

  removeWhere(matches: (route: Route) => boolean): void {
    this.#routes = this.#routes.filter((route) => !matches(route));
  }
}

function sameKey(route: RouteKey, key: RouteKey): boolean {
  return (
    route.destination === key.destination && route.prefixLength === key.prefixLength && route.metric === key.metric
  );
}

function byKernelOrder(one: Route, other: Route): number {
  return one.destination - other.destination || other.prefixLength - one.prefixLength || one.metric - other.metric;
}
