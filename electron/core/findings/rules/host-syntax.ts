import { parseHostName } from "../../settings/host-name.ts";
import { parseIpv4 } from "../../settings/ipv4.ts";
import { observeHosts } from "../hosts.ts";
import type { TerminalRule } from "../rule.ts";

/** What has only digits and dots is meant as an address. */
export const hostSyntax = {
  id: "host.name-syntax",
  severity: "error",
  source: "RFC 1123 2.1; RFC 1035 2.3.4; RFC 6943 3.1.1",
  needs: "hosts",
  observe: (terminal) =>
    observeHosts(terminal, ({ text, ipv4, ipv6 }) => {
      if (ipv4 !== null || ipv6 !== null) {
        return null;
      }
      if (text.includes(":")) {
        return { evidence: { host: text, fault: "not-an-address" } };
      }
      const parsed = /^[\d.]+$/.test(text) ? parseIpv4(text) : parseHostName(text);
      return parsed.ok ? null : { evidence: { host: text, fault: parsed.failure } };
    }),
} as const satisfies TerminalRule;
