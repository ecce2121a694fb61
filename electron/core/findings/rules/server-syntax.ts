import { observeServers } from "../name-servers.ts";
import { proposeServers } from "../proposals/servers.ts";
import type { TerminalRule } from "../rule.ts";

export const serverSyntax = {
  id: "dns.server-syntax",
  severity: "error",
  source: "RFC 791; RFC 6943 3.1.1",
  observe: (terminal) => observeServers(terminal, "unreadable"),
  propose: proposeServers,
} as const satisfies TerminalRule;
