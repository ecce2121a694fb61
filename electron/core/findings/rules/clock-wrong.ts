import { clockField, wholeTerminal } from "../../settings/assignment.ts";
import type { Severity } from "../finding.ts";
import type { TerminalRule } from "../rule.ts";

/** Seconds. Certificates do not mind minutes; logs and settlement do. Days off, they are expired or not yet valid. */
const noticeable = 300;
const day = 86_400;

export const clockWrong = {
  id: "clock.wrong",
  severity: "error",
  source: "RFC 5280 4.1.2.5; RFC 8446 4.4.2",
  propose: (_terminal, { evidence }) => [
    {
      set: [{ interface: wholeTerminal, field: clockField, value: "now" }],
      confidence: 0.8,
      reason: "clock-of-pc",
      values: { minutes: evidence["minutes"] ?? null },
    },
  ],
  observe: ({ settings: { clock } }) => {
    const ahead = clock?.aheadSeconds ?? null;
    const off = Math.abs(ahead ?? 0);
    if (ahead === null || off <= noticeable) {
      return [];
    }
    const severity: Severity = off >= day ? "error" : "warning";
    const evidence = {
      time: clock?.time ?? "?",
      aheadSeconds: ahead,
      minutes: Math.round(off / 60),
      days: Math.floor(off / day),
    };
    return [{ interface: null, field: "clock", severity, evidence }];
  },
} as const satisfies TerminalRule;
