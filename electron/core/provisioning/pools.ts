// The pools of a plan: each site's own, else the one for all sites. Addresses have to differ within a site.
import { type Ipv4Address, scanIpv4 } from "../settings/ipv4.ts";
import type { NetworkSettings } from "../settings/network-settings.ts";
import { Pool, type PoolTerms } from "./pool.ts";

export type { PoolTerms };

export type Taken =
  | { readonly kind: "taken"; readonly address: Ipv4Address; readonly prefixLength: number; readonly terms: PoolTerms }
  | { readonly kind: "missing" }
  | { readonly kind: "empty"; readonly pool: string };

export class Pools {
  readonly #terms: readonly PoolTerms[];
  readonly #inUse: readonly NetworkSettings[];
  readonly #pools = new Map<PoolTerms, Pool>();

  /** `inUse`: terminals that have an address already. */
  constructor(terms: readonly PoolTerms[], inUse: readonly NetworkSettings[]) {
    this.#terms = terms;
    this.#inUse = inUse;
  }

  take(site: string): Taken {
    const terms = this.#terms.find((one) => one.site === site) ?? this.#terms.find(({ site: of }) => of == null);
    if (terms === undefined) return { kind: "missing" };
    const pool = this.#find(terms);
    const address = pool.take();
    return address === null
      ? { kind: "empty", pool: terms.subnet }
      : { kind: "taken", address, prefixLength: pool.subnet.prefixLength, terms };
  }

  /** One pool for all sites gives each address once: nothing says that the sites' networks are separate. */
  #find(terms: PoolTerms): Pool {
    const known = this.#pools.get(terms);
    if (known !== undefined) return known;
    const pool = new Pool(terms, this.#inUse.flatMap(listAddresses));
    this.#pools.set(terms, pool);
    return pool;
  }
}

function listAddresses(settings: NetworkSettings): readonly Ipv4Address[] {
  return settings.interfaces.flatMap(({ ipv4 }) => {
    const address = ipv4?.address == null ? null : scanIpv4(ipv4.address);
    return address === null ? [] : [address];
  });
}
