import type { InterfaceRule } from "../rule.ts";

const weakest = -75;

/** 0 and above are not measurements. */
export const wifiSignalWeak = {
  id: "wifi.signal-weak",
  severity: "warning",
  source: "IEEE Std 802.11-2020 17.3.10.2 (sensitivity of receivers)",
  needs: "wifi",
  observeOne: ({ settings }) => {
    const signal = settings.wifi?.signalDbm ?? null;
    return signal !== null && signal < weakest && settings.link !== "down"
      ? { field: "wifi.signalDbm", evidence: { signalDbm: signal, weakest } }
      : null;
  },
} as const satisfies InterfaceRule;
