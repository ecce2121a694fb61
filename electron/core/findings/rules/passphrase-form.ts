import { findPassphraseFault } from "../../settings/wifi.ts";
import type { InterfaceRule } from "../rule.ts";

/** The passphrase itself is never quoted, only its length. */
export const passphraseForm = {
  id: "wifi.passphrase-form",
  severity: "error",
  source: "IEEE Std 802.11-2020 J.4; WPA3 Specification 3.5 2.4",
  needs: "wifi",
  observeOne: ({ settings: { wifi } }) => {
    const passphrase = wifi?.passphrase ?? null;
    const isWpa = wifi?.security === "wpa" || wifi?.security === "wpa2" || wifi?.security == null;
    const fault = passphrase === null || !isWpa ? null : findPassphraseFault(passphrase);
    return fault === null ? null : { field: "wifi.passphrase", evidence: { length: passphrase?.length ?? 0, fault } };
  },
} as const satisfies InterfaceRule;
