import { type Cidr, findBroadcast, findNetwork } from "./cidr.ts";
import type { Ipv4Address } from "./ipv4.ts";

/** Addresses from the first to the last, both included. */
export interface AddressRange {
  readonly first: Ipv4Address;
  readonly last: Ipv4Address;
}

/** The same addresses in as few ranges as possible, in order; for `findRange`. */
export function mergeRanges(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const merged: AddressRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.first - other.first)) {
    const before = merged.at(-1);
    if (before === undefined || range.first > before.last + 1) merged.push(range);
    else if (range.last > before.last) merged[merged.length - 1] = { first: before.first, last: range.last };
  }
  return merged;
}

export function rangeOf(network: Cidr): AddressRange {
  return { first: findNetwork(network), last: findBroadcast(network) };
}

/** The range that holds the address, or null; `ranges` as `mergeRanges` gives them. Quick among thousands. */
export function findRange(ranges: readonly AddressRange[], address: Ipv4Address): AddressRange | null {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined || address < range.first) high = middle - 1;
    else if (address > range.last) low = middle + 1;
    else return range;
  }
  return null;
}
