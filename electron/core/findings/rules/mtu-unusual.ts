import { findLeastMtu } from "../least-mtu.ts";
import type { InterfaceRule } from "../rule.ts";

/** PPPoE and tunnels leave 1280 to 1500; less cuts payments up, more is dropped by what stands between. */
export const mtuUnusual = {
  id: "link.mtu-unusual",
  severity: "warning",
  source: "RFC 894; RFC 1191 7.1; RFC 2516 7",
  observeOne: (target) => {
    const { mtu } = target.settings;
    const isUnusual = mtu !== null && (mtu > 1500 || (mtu < 1280 && mtu >= findLeastMtu(target)));
    return target.isLan && isUnusual ? { field: "mtu", evidence: { mtu, usual: 1500 } } : null;
  },
} as const satisfies InterfaceRule;
