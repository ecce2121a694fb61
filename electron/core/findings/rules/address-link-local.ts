import { printIpv4 } from "../../settings/ipv4.ts";
import { isLinkLocal } from "../ipv4-ranges.ts";
import { type Candidate, findCorrectable, observeInterfaces, type TerminalRule } from "../rule.ts";
import { leadsOutElsewhere } from "../terminal-facts.ts";

/**
 * A device takes such an address by itself when no DHCP server answers. Only information where it was asked for
 * (method link-local), a warning where another interface leads out, or where somebody fixed it by hand.
 */
export const addressLinkLocal = {
  id: "ipv4.address-link-local",
  severity: "error",
  source: "RFC 3927 1; RFC 3927 2.6.2",
  observe: (terminal) =>
    observeInterfaces(terminal, ({ address, ipv4, name }) => {
      if (address === null || !isLinkLocal(address)) {
        return null;
      }
      const leadsOut = leadsOutElsewhere(terminal, name);
      const severity =
        ipv4.method === "link-local" ? "info" : leadsOut || ipv4.method === "static" ? "warning" : "error";
      return { field: "ipv4.address", severity, evidence: { address: printIpv4(address), method: ipv4.method } };
    }),
  propose: (terminal, observation): readonly Candidate[] => {
    const target = findCorrectable(terminal, observation);
    return target === null
      ? []
      : [
          {
            set: [{ interface: target.name, field: "ipv4.method", value: "dhcp" }],
            confidence: 0.5,
            reason: "ask-network",
            values: {},
          },
        ];
  },
} as const satisfies TerminalRule;
