import { observeInterfaces, type TerminalRule } from "../rule.ts";
import { leadsOutElsewhere } from "../terminal-facts.ts";

/** Judged only where a carrier is there and what runs is known; information where another interface leads out. */
export const dhcpNoAddress = {
  id: "ipv4.dhcp-no-address",
  severity: "error",
  source: "RFC 2131 3.1",
  observe: (terminal) =>
    observeInterfaces(terminal, ({ settings, name, ipv4 }) => {
      const running = settings.running?.ipv4 ?? null;
      const isWaiting = ipv4.method === "dhcp" && settings.link === "up" && running !== null;
      if (!isWaiting || (running.address && running.address !== "0.0.0.0")) {
        return null;
      }
      return {
        field: "ipv4.method",
        severity: leadsOutElsewhere(terminal, name) ? "info" : "error",
        evidence: { method: "dhcp", link: "up" },
      };
    }),
} as const satisfies TerminalRule;
