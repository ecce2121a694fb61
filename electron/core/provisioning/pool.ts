// Where addresses come from: a network, the ranges of it that may be used, and what is left out. The same input always gives the
// same address: the lowest that nobody has.
import { z } from "zod";
import { type AddressRange, findRange, mergeRanges } from "../settings/address-ranges.ts";
import { type Cidr, findFirstHost, findLastHost, isInside, parseCidr } from "../settings/cidr.ts";
import { type Ipv4Address, parseIpv4 } from "../settings/ipv4.ts";
import { readRange } from "../findings/policy/site-policy.ts";
import type { DeepReadonly } from "../settings/network-settings.ts";

/** An address, or `first-last`. */
const rangeText = z
  .string()
  .max(64)
  .refine((text) => readAddresses(text) !== null, { error: "range-form" });
const address = z
  .string()
  .max(64)
  .refine((text) => parseIpv4(text).ok, { error: "address-form" });

export const poolSchema = z.strictObject({
  /** The rows that it is for, by their site; null or left out: all that have no pool of their own. */
  site: z.string().max(256).nullish(),
  /** `192.168.1.0/24`. */
  subnet: z
    .string()
    .max(64)
    .refine((text) => isUsable(text), { error: "subnet-form" }),
  /** Left out: the whole subnet. */
  ranges: z.array(rangeText).max(64).optional(),
  /** Never given out, besides the gateway, the name servers and what the register has in use. */
  exclude: z.array(rangeText).max(1024).optional(),
  gateway: address.nullish(),
  dns: z.array(address).max(3).optional(),
});

export type PoolTerms = DeepReadonly<z.infer<typeof poolSchema>>;

export class Pool {
  readonly terms: PoolTerms;
  readonly subnet: Cidr;
  readonly #ranges: readonly AddressRange[];
  readonly #excluded: readonly AddressRange[];
  readonly #taken: Set<Ipv4Address>;
  #range = 0;
  #next: Ipv4Address | null = null;

  /** `taken`: what rows and the register have already. */
  constructor(terms: PoolTerms, taken: Iterable<Ipv4Address>) {
    const subnet = parseCidr(terms.subnet);
    if (!subnet.ok) throw new Error("the pool was not checked");
    this.terms = terms;
    this.subnet = subnet.value;
    const whole = { first: findFirstHost(subnet.value), last: findLastHost(subnet.value) };
    const wanted = terms.ranges === undefined ? [whole] : readAll(terms.ranges);
    this.#ranges = wanted.map(({ first, last }) => ({
      first: Math.max(first, whole.first),
      last: Math.min(last, whole.last),
    }));
    this.#excluded = mergeRanges(readAll(terms.exclude ?? []));
    this.#taken = new Set(taken);
    for (const text of [terms.gateway ?? null, ...(terms.dns ?? [])]) {
      const parsed = text === null ? null : parseIpv4(text);
      if (parsed?.ok) this.#taken.add(parsed.value);
    }
  }

  /** Null: none is left. */
  take(): Ipv4Address | null {
    for (; this.#range < this.#ranges.length; this.#range++, this.#next = null) {
      const range = this.#ranges[this.#range];
      if (range === undefined) return null;
      let candidate = this.#next ?? range.first;
      while (candidate <= range.last) {
        const hole = findRange(this.#excluded, candidate);
        if (hole !== null) candidate = hole.last + 1;
        else if (this.#taken.has(candidate) || !isInside(candidate, this.subnet)) candidate += 1;
        else {
          this.#taken.add(candidate);
          this.#next = candidate + 1;
          return candidate;
        }
      }
    }
    return null;
  }
}

function isUsable(text: string): boolean {
  const parsed = parseCidr(text);
  return parsed.ok && parsed.value.prefixLength <= 30;
}

function readAll(texts: readonly string[]): readonly AddressRange[] {
  return texts.flatMap((text) => readAddresses(text) ?? []);
}

function readAddresses(text: string): AddressRange | null {
  const alone = parseIpv4(text.trim());
  if (alone.ok) return { first: alone.value, last: alone.value };
  const range = readRange(text);
  return range === null ? null : { first: range[0], last: range[1] };
}
