import { countOctets, longestSsid } from "../../settings/wifi.ts";
import type { InterfaceRule } from "../rule.ts";

export const ssidLength = {
  id: "wifi.ssid-length",
  severity: "error",
  source: "IEEE Std 802.11-2020 9.4.2.2",
  needs: "wifi",
  observeOne: ({ settings }) => {
    const ssid = settings.wifi?.ssid ?? "";
    // Three octets are the most that a unit of a string takes in UTF-8.
    const octets = ssid.length * 3 <= longestSsid ? 0 : countOctets(ssid);
    return octets > longestSsid ? { field: "wifi.ssid", evidence: { ssid, octets } } : null;
  },
} as const satisfies InterfaceRule;
