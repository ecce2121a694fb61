import { observeServers } from "../name-servers.ts";
import { proposeServers } from "../proposals/servers.ts";
import type { TerminalRule } from "../rule.ts";

/** Only a warning for a server that stands in no interface's settings: somebody may have installed a resolver there. */
export const serverLoopback = {
  id: "dns.server-loopback",
  severity: "error",
  source: "RFC 1122 3.2.1.3; RFC 1123 6.1.3.1",
  observe: (terminal) =>
    observeServers(terminal, "loopback").map((observation) => ({
      ...observation,
      severity: observation.interface === null ? "warning" : "error",
    })),
  propose: proposeServers,
} as const satisfies TerminalRule;
