import { findLeastMtu } from "../least-mtu.ts";
import type { InterfaceRule } from "../rule.ts";

/** On a cable or Wi-Fi; carriers of cellular links set what they like. */
export const mtuTooSmall = {
  id: "link.mtu-too-small",
  severity: "error",
  source: "RFC 791 3.2; RFC 1122 3.3.2; RFC 8200 5",
  observeOne: (target) => {
    const { mtu } = target.settings;
    const least = findLeastMtu(target);
    return target.isLan && mtu !== null && mtu < least ? { field: "mtu", evidence: { mtu, least } } : null;
  },
} as const satisfies InterfaceRule;
