// What a manager keeps for an interface, apart from what runs: one form for all of them.
import type { IpSettings } from "../../../settings/network-settings.ts";

export interface KeptIp extends Omit<IpSettings, "dns" | "lease"> {
  /** Null: the manager has no say in it, /etc/resolv.conf is the setting. */
  readonly dns: readonly string[] | null;
}

export interface Kept {
  readonly ipv4: KeptIp | null;
  readonly ipv6: KeptIp | null;
}

const unset = { address: null, prefixLength: null, gateway: null, additional: [] } as const;

export function keepNothingBut(method: "dhcp" | "link-local" | "none", dns: readonly string[] | null): KeptIp {
  return { method, ...unset, dns };
}

/** The first of `addresses` (ADDRESS/PREFIX) is the address, the others are further ones. */
export function keepStatic(
  addresses: readonly string[],
  { gateway, dns }: { readonly gateway: string | null; readonly dns: readonly string[] | null },
): KeptIp {
  const [first = "", ...additional] = addresses;
  const [address = "", length] = first.split("/");
  const prefixLength = length === undefined ? null : readPrefixLength(length);
  return {
    method: "static",
    // A mask that cannot be read stays beside the address, so that the rules can quote it.
    address: address === "" ? null : length !== undefined && prefixLength === null ? first : address,
    prefixLength,
    gateway: gateway === "" ? null : gateway,
    dns,
    additional,
  };
}

/** From a length or a dotted mask; null for a mask that is not contiguous: it has no length. */
function readPrefixLength(mask: string): number | null {
  if (/^\d{1,3}$/.test(mask)) return Number(mask) <= 128 ? Number(mask) : null;
  const bits = mask
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
  return /^1*0*$/.test(bits) && bits.length === 32 ? bits.replaceAll("0", "").length : null;
}
