import type { InterfaceRule } from "../rule.ts";

export const wifiSecurityWeak = {
  id: "wifi.security-weak",
  severity: "warning",
  source: "PCI DSS 4 2.3.2, 4.2.1.2; IEEE Std 802.11-2020 12.3.2",
  needs: "wifi",
  observeOne: ({ settings: { wifi } }) =>
    wifi?.security === "open" || wifi?.security === "wep"
      ? { field: "wifi.security", evidence: { security: wifi.security, ssid: wifi.ssid ?? "?" } }
      : null,
} as const satisfies InterfaceRule;
