import { isUnicastMac, parseMac } from "../../settings/mac.ts";
import type { InterfaceRule } from "../rule.ts";

/** Boards that lost their calibration data come up with all zeros. Only where hardware has such an address. */
export const macUnusable = {
  id: "link.mac-unusable",
  severity: "warning",
  source: "IEEE Std 802-2014 8.2",
  observeOne: ({ settings }) => {
    const hasOne = settings.kind === "ethernet" || settings.kind === "wifi";
    const mac = settings.mac === null ? null : parseMac(settings.mac);
    return hasOne && mac?.ok && !isUnicastMac(mac.value) ? { field: "mac", evidence: { mac: settings.mac } } : null;
  },
} as const satisfies InterfaceRule;
