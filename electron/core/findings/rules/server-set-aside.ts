import { observeServers } from "../name-servers.ts";
import { proposeServers } from "../proposals/servers.ts";
import type { TerminalRule } from "../rule.ts";

export const serverSetAside = {
  id: "dns.server-set-aside",
  severity: "warning",
  source: "IANA IPv4 Special-Purpose Address Registry; RFC 5737",
  observe: (terminal) => observeServers(terminal, "set-aside"),
  propose: proposeServers,
} as const satisfies TerminalRule;
