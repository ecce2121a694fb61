import { observeHosts } from "../hosts.ts";
import type { TerminalRule } from "../rule.ts";

export const portInvalid = {
  id: "host.port-invalid",
  severity: "error",
  source: "RFC 9293 3.1; RFC 6335 6",
  needs: "hosts",
  observe: (terminal) =>
    observeHosts(
      terminal,
      ({ text, settings: { port } }) =>
        port !== null && (port < 1 || port > 65535) ? { evidence: { host: text, port } } : null,
      "port",
    ),
} as const satisfies TerminalRule;
