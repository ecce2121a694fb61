import { printIpv4 } from "../../settings/ipv4.ts";
import { readDrift } from "../drift.ts";
import type { InterfaceRule } from "../rule.ts";

/** Judged only where a carrier is there for certain: without one, managers leave the interface alone. */
export const addressNotRunning = {
  id: "ipv4.address-not-running",
  severity: "warning",
  source: "RFC 1122 3.3.1.6",
  observeOne: (target) => {
    const drift = readDrift(target);
    return drift !== null && !drift.running.address && target.address !== null && target.settings.link === "up"
      ? { field: "ipv4.address", evidence: { configured: printIpv4(target.address), running: null } }
      : null;
  },
} as const satisfies InterfaceRule;
