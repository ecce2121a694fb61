// A policy as written -> the same with every address parsed once, for one terminal or for ten thousand.
import { type AddressRange, mergeRanges, rangeOf } from "../../settings/address-ranges.ts";
import { type Cidr, parseCidr } from "../../settings/cidr.ts";
import { type Ipv4Address, scanIpv4 } from "../../settings/ipv4.ts";
import { parseMac, printMac } from "../../settings/mac.ts";
import type { OperatorName } from "../operators.ts";
import { type PolicyEntries, type PolicyLevel, readRange, type SitePolicy } from "./site-policy.ts";

export interface PreparedPolicy {
  readonly entries: PolicyEntries;
  readonly site: string | null;
  readonly subnets: readonly (Cidr & { readonly text: string })[];
  readonly pools: readonly { readonly first: Ipv4Address; readonly last: Ipv4Address; readonly text: string }[];
  /** The addresses of the subnets and of the pools, for looking up many. */
  readonly allowed: readonly AddressRange[];
  readonly pooled: readonly AddressRange[];
  readonly gateway: Ipv4Address | null;
  readonly required: readonly string[];
  readonly forbidden: ReadonlySet<string>;
  readonly operator: OperatorName | null;
  /** Null when no rule's weight is changed. */
  readonly levels: ReadonlyMap<string, PolicyLevel> | null;
  /** Why this terminal is an exception, when it is one and the policy says so. */
  readonly reason: string | null;
  readonly exceptions: Exceptions | null;
}

type Exception = NonNullable<SitePolicy["terminals"]>[number];

/** Exceptions by the first thing they match on, so that many cost little. */
export interface Exceptions {
  readonly bySerialNumber: ReadonlyMap<string, readonly Exception[]>;
  readonly byHostName: ReadonlyMap<string, readonly Exception[]>;
  readonly byMac: ReadonlyMap<string, readonly Exception[]>;
  readonly order: ReadonlyMap<Exception, number>;
}

export function preparePolicy(policy: SitePolicy): PreparedPolicy {
  const { version: _version, site, terminals, ...entries } = policy;
  const prepared = prepareEntries(entries, { site: site ?? null, reason: null });
  return { ...prepared, exceptions: terminals === undefined || terminals.length === 0 ? null : sortOut(terminals) };
}

export function prepareEntries(
  entries: PolicyEntries,
  { site, reason }: Pick<PreparedPolicy, "site" | "reason">,
): PreparedPolicy {
  const subnets = (entries.subnets ?? []).flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr.ok ? [{ ...cidr.value, text }] : [];
  });
  const pools = (entries.dhcpPool === undefined ? [] : [entries.dhcpPool].flat()).flatMap((text) => {
    const range = readRange(text);
    return range === null ? [] : [{ first: range[0], last: range[1], text }];
  });
  return {
    entries,
    site,
    reason,
    subnets,
    pools,
    allowed: mergeRanges(subnets.map(rangeOf)),
    pooled: mergeRanges(pools),
    gateway: entries.gateway === undefined ? null : scanIpv4(entries.gateway),
    required: entries.dns?.required ?? [],
    forbidden: new Set(entries.dns?.forbidden),
    operator: entries.operator ?? null,
    levels: entries.rules === undefined ? null : new Map(Object.entries(entries.rules)),
    exceptions: null,
  };
}

function sortOut(terminals: readonly Exception[]): Exceptions {
  const bySerialNumber = new Map<string, Exception[]>();
  const byHostName = new Map<string, Exception[]>();
  const byMac = new Map<string, Exception[]>();
  const add = (map: Map<string, Exception[]>, key: string, exception: Exception): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [exception]);
    else known.push(exception);
  };
  for (const exception of terminals) {
    const { serialNumber, hostName, mac } = exception.match;
    if (serialNumber !== undefined) add(bySerialNumber, serialNumber, exception);
    else if (hostName !== undefined) add(byHostName, hostName.toLowerCase(), exception);
    else if (mac !== undefined) add(byMac, nameMac(mac), exception);
  }
  return { bySerialNumber, byHostName, byMac, order: new Map(terminals.map((one, place) => [one, place])) };
}

/** One spelling of a hardware address; what cannot be read stands for itself. */
export function nameMac(text: string): string {
  const mac = parseMac(text);
  return mac.ok ? printMac(mac.value) : text.toLowerCase();
}
