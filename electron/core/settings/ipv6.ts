import { fail, type Result, succeed } from "../failures/result.ts";
import { scanIpv4 } from "./ipv4.ts";

/** An IPv6 address as its eight groups of 16 bits: `2001:db8::1` is [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]. */
export type Ipv6Address = readonly number[];

export interface Ipv6Cidr {
  readonly address: Ipv6Address;
  /** 0 to 128 bits. */
  readonly prefixLength: number;
}

/** An address as it is written for use on one machine: a link-local one needs its zone there (RFC 4007 11). */
interface ZonedIpv6 {
  readonly address: Ipv6Address;
  /** What follows the per cent sign, or null. */
  readonly zone: string | null;
}

export type Ipv6Fault = "not-hexadecimal" | "not-eight-groups" | "group-too-long" | "tail-not-ipv4" | "zone-empty";

const longest = 45;
/** With a zone; longer than any, and not searched through. */
const longestZoned = 256;

/** Reads every form of RFC 4291 2.2, with a zone (RFC 4007 11.2) or without. */
export function parseIpv6(text: string): Result<ZonedIpv6, Ipv6Fault> {
  const percent = text.length > longestZoned ? -1 : text.indexOf("%");
  const zone = percent < 0 ? null : text.slice(percent + 1);
  if (zone === "") {
    return fail("zone-empty");
  }
  const bare = percent < 0 ? text : text.slice(0, percent);
  if (bare.length > longest || !/^[0-9a-f:.]+$/i.test(bare)) {
    return fail("not-hexadecimal");
  }
  const groups = readGroups(bare);
  return groups.ok ? succeed({ address: groups.value, zone }) : groups;
}

function readGroups(text: string): Result<Ipv6Address, Ipv6Fault> {
  const halves = text.split("::");
  if (halves.length > 2) {
    return fail("not-eight-groups");
  }
  const [head = "", tail] = halves;
  const before = readRun(head, tail === undefined);
  const after = readRun(tail ?? "", true);
  if (!before.ok) return before;
  if (!after.ok) return after;
  const written = before.value.length + after.value.length;
  // The double colon stands for at least one group (RFC 4291 2.2).
  if (tail === undefined ? written !== 8 : written > 7) {
    return fail("not-eight-groups");
  }
  return succeed([...before.value, ...Array.from({ length: 8 - written }, () => 0), ...after.value]);
}

/** Groups between colons; the last may be a dotted quad that stands for two. */
function readRun(text: string, mayEndDotted: boolean): Result<readonly number[], Ipv6Fault> {
  if (text === "") {
    return succeed([]);
  }
  const parts = text.split(":");
  const groups: number[] = [];
  for (const [place, part] of parts.entries()) {
    const dotted = part.includes(".") ? scanIpv4(part) : undefined;
    if (dotted !== undefined) {
      if (dotted === null || !mayEndDotted || place !== parts.length - 1) return fail("tail-not-ipv4");
      groups.push(dotted >>> 16, dotted & 0xffff);
    } else if (part === "") {
      return fail("not-eight-groups");
    } else if (part.length > 4) {
      return fail("group-too-long");
    } else {
      groups.push(Number.parseInt(part, 16));
    }
  }
  return succeed(groups);
}

/** The canonical text of RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups shortened. */
export function printIpv6(address: Ipv6Address): string {
  if (isMapped(address)) {
    // Section 5: a well-known prefix with an IPv4 address behind it is written with that address.
    const [high = 0, low = 0] = address.slice(6);
    return `::ffff:${high >>> 8}.${high & 255}.${low >>> 8}.${low & 255}`;
  }
  const [start, length] = findLongestZeros(address);
  const print = (groups: readonly number[]): string => groups.map((group) => group.toString(16)).join(":");
  return length < 2 ? print(address) : `${print(address.slice(0, start))}::${print(address.slice(start + length))}`;
}

export function printIpv6Cidr(cidr: Ipv6Cidr): string {
  return `${printIpv6(cidr.address)}/${cidr.prefixLength}`;
}

/** Where the first of the longest runs of zero groups begins, and how long it is. */
function findLongestZeros(address: Ipv6Address): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  let start = 0;
  for (let place = 0; place <= 8; place++) {
    if (address[place] !== 0) {
      if (place - start > best[1]) best = [start, place - start];
      start = place + 1;
    }
  }
  return best;
}

export function isInsideIpv6(address: Ipv6Address, network: Ipv6Cidr): boolean {
  for (let place = 0, bits = network.prefixLength; place < 8 && bits > 0; place++, bits -= 16) {
    const mask = bits >= 16 ? 0xffff : (0xffff << (16 - bits)) & 0xffff;
    if ((((address[place] ?? 0) ^ (network.address[place] ?? 0)) & mask) !== 0) {
      return false;
    }
  }
  return true;
}

export function isSameIpv6(one: Ipv6Address, other: Ipv6Address): boolean {
  return one.every((group, place) => group === other[place]);
}

/** ::ffff:0:0/96, an IPv4 address in IPv6's clothes (RFC 4291 2.5.5.2). */
export function isMapped(address: Ipv6Address): boolean {
  return address.slice(0, 5).every((group) => group === 0) && address[5] === 0xffff;
}
