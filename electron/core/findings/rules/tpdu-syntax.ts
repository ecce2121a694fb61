import { parseTpdu } from "../../settings/tpdu.ts";
import type { TerminalRule } from "../rule.ts";

export const tpduSyntax = {
  id: "host.tpdu-syntax",
  severity: "error",
  source: "ISO 8583 over TCP/IP, transport header (TPDU)",
  observe: ({ settings: { tpdu } }) => {
    const parsed = tpdu === null || tpdu === "" ? null : parseTpdu(tpdu);
    return parsed === null || parsed.ok
      ? []
      : [{ interface: null, field: "tpdu", evidence: { tpdu, fault: parsed.failure } }];
  },
} as const satisfies TerminalRule;
