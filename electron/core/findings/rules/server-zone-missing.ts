import { observeServers } from "../name-servers.ts";
import type { TerminalRule } from "../rule.ts";

export const serverZoneMissing = {
  id: "dns.server-zone-missing",
  severity: "error",
  source: "RFC 4007 6, 11.2",
  observe: (terminal) => observeServers(terminal, "zone-missing"),
} as const satisfies TerminalRule;
