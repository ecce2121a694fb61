import type { Severity } from "../finding.ts";
import type { TerminalRule } from "../rule.ts";

/** Seconds. Certificates do not mind minutes; logs and settlement do. Days off, they are expired or not yet valid. */
const noticeable = 300;
const day = 86_400;

export const clockWrong = {
  id: "clock.wrong",
  severity: "error",
  source: "RFC 5280 4.1.2.5; RFC 8446 4.4.2",
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
