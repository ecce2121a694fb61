import { parseHostName } from "../../settings/host-name.ts";
import type { TerminalRule } from "../rule.ts";

/** A warning: only routers and logs show it. `(none)` is a kernel that nobody named. */
export const ownNameSyntax = {
  id: "terminal.host-name-syntax",
  severity: "warning",
  source: "RFC 1123 2.1; RFC 1035 2.3.4",
  observe: ({ settings }) => {
    const name = settings.terminal?.hostName ?? "";
    const parsed = name === "" || name === "(none)" ? null : parseHostName(name);
    return parsed === null || parsed.ok
      ? []
      : [{ interface: null, field: "terminal.hostName", evidence: { hostName: name, fault: parsed.failure } }];
  },
} as const satisfies TerminalRule;
