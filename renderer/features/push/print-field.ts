import type { IpSettings } from "../../../electron/core/settings/network-settings.ts";

/** A field as an assignment and a plan's change write it; null when it is not set. */
export function printField(ipv4: IpSettings | null, field: string): string | null {
  switch (field) {
    case "ipv4.method":
      return ipv4?.method ?? null;
    case "ipv4.address":
      return ipv4?.address == null ? null : `${ipv4.address}/${ipv4.prefixLength ?? "?"}`;
    case "ipv4.gateway":
      return ipv4?.gateway ?? null;
    case "ipv4.dns":
      return ipv4 === null || ipv4.dns.length === 0 ? null : ipv4.dns.join(",");
    default:
      return null;
  }
}
