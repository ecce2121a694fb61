import { observeServers } from "../name-servers.ts";
import { proposeServers } from "../proposals/servers.ts";
import type { TerminalRule } from "../rule.ts";

export const serverUnusable = {
  id: "dns.server-unusable",
  severity: "error",
  source: "RFC 1122 3.2.1.3; RFC 6890",
  observe: (terminal) => observeServers(terminal, "unusable"),
  propose: proposeServers,
} as const satisfies TerminalRule;
