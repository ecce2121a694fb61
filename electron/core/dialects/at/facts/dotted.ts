// Addresses as `+CGCONTRDP` and `+CGPADDR` write them: 3GPP TS 27.007 10.1.23 has an address and its mask in one dotted
// string of 8 decimals (IPv4) or 32 (IPv6); without the mask 4 or 16. After AT+CGPIAF modems write IPv6 with colons, and
// some write a prefix length behind a slash.
import { parseIpv6, printIpv6 } from "../../../settings/ipv6.ts";

export interface DottedAddress {
  readonly family: "ipv4" | "ipv6";
  readonly address: string;
  /** Null when none was told. */
  readonly prefixLength: number | null;
}

/** Null for what is no address, and for one that is all zeros, which is how modems write "none". */
export function readDotted(text: string): DottedAddress | null {
  const [own = "", slash] = text.trim().split("/", 2);
  const [address = "", mask] = own.trim().split(/\s+/, 2);
  if (address.includes(":")) return readColons(address, slash ?? null, mask ?? null);
  const bytes = readBytes(address);
  if (bytes === null) return null;
  const length = slash !== undefined && /^\d{1,3}$/.test(slash) ? Number(slash) : null;
  if (bytes.length === 4 || bytes.length === 16) {
    const outside = mask === undefined ? null : countOnes(readBytes(mask) ?? []);
    return describe(bytes, length ?? outside);
  }
  if (bytes.length !== 8 && bytes.length !== 32) return null;
  const half = bytes.length / 2;
  return describe(bytes.slice(0, half), countOnes(bytes.slice(half)));
}

/** A mask that stands in a field of its own, as a prefix length. */
export function readDottedMask(text: string): number | null {
  const bytes = readBytes(text);
  return bytes === null || (bytes.length !== 4 && bytes.length !== 16) ? null : countOnes(bytes);
}

function describe(bytes: readonly number[], prefixLength: number | null): DottedAddress | null {
  if (bytes.every((byte) => byte === 0)) return null;
  const limit = bytes.length * 8;
  const length = prefixLength !== null && prefixLength <= limit ? prefixLength : null;
  if (bytes.length === 4) return { family: "ipv4", address: bytes.join("."), prefixLength: length };
  const groups = Array.from({ length: 8 }, (_, at) => (bytes[at * 2] ?? 0) * 256 + (bytes[at * 2 + 1] ?? 0));
  return { family: "ipv6", address: printIpv6(groups), prefixLength: length };
}

function readColons(address: string, slash: string | null, mask: string | null): DottedAddress | null {
  const parsed = parseIpv6(address);
  if (!parsed.ok || parsed.value.address.every((group) => group === 0)) return null;
  const length = slash !== null && /^\d{1,3}$/.test(slash) ? Number(slash) : null;
  const outside = mask === null ? null : countMaskGroups(mask);
  const known = length ?? outside;
  const prefixLength = known !== null && known <= 128 ? known : null;
  return { family: "ipv6", address: printIpv6(parsed.value.address), prefixLength };
}

/** `FFFF:FFFF:FFFF:FFFF:0:0:0:0` as 64. */
function countMaskGroups(mask: string): number | null {
  const groups = mask.split(":").map((group) => Number.parseInt(group === "" ? "0" : group, 16));
  if (groups.length > 8 || groups.some((group) => !Number.isInteger(group))) return null;
  return countOnes(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

function readBytes(text: string): readonly number[] | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3,31}$/.test(text)) return null;
  const bytes = text.split(".").map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

/** Null when ones and zeros are mixed, and for no mask at all, which is all zeros. */
function countOnes(mask: readonly number[]): number | null {
  const bits = mask.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return /^1+0*$/.test(bits) ? bits.lastIndexOf("1") + 1 : null;
}
