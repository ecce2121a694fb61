import type { InterfaceRule } from "../rule.ts";

/** On a cable or Wi-Fi; carriers of cellular links set what they like. IPv6 needs 1280 (RFC 8200 5). */
export const mtuTooSmall = {
  id: "link.mtu-too-small",
  severity: "error",
  source: "RFC 791 3.2; RFC 1122 3.3.2; RFC 8200 5",
  observeOne: ({ settings, isLan, ipv6 }) => {
    const { mtu } = settings;
    // Every Linux interface has a link-local address; IPv6 is in use where there is another.
    const least = ipv6?.isByHand === true || (ipv6?.gateway ?? null) !== null ? 1280 : 576;
    return isLan && mtu !== null && mtu < least ? { field: "mtu", evidence: { mtu, least } } : null;
  },
} as const satisfies InterfaceRule;
