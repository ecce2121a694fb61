// The values that a documented menu asks for: what is to be changed, and else what was typed.
import { parseCidr } from "../../../electron/core/settings/cidr.ts";
import { printIpv4 } from "../../../electron/core/settings/ipv4.ts";
import { maskOf } from "../../../electron/core/settings/prefix-length.ts";
import type { Typed } from "./typed.ts";

export function listMenuValues(set: readonly string[], typed: Typed): Readonly<Record<string, string>> {
  const find = (field: string): string | undefined =>
    set.find((text) => text.includes(`.${field}=`))?.replace(/^[^=]*=/, "");
  const cidr = parseCidr(find("ipv4.address") ?? "");
  return {
    method: find("ipv4.method") ?? typed.method ?? "static",
    address: cidr.ok ? printIpv4(cidr.value.address) : typed.address.trim(),
    mask: cidr.ok ? printIpv4(maskOf(cidr.value.prefixLength)) : typed.mask.trim(),
    gateway: find("ipv4.gateway") ?? typed.gateway.trim(),
    dns: (find("ipv4.dns") ?? typed.dns.trim()).replaceAll(",", " "),
    apn: find("apn") ?? typed.apn.trim(),
  };
}
