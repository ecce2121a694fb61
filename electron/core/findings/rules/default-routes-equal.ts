import type { Severity } from "../finding.ts";
import type { TerminalRule } from "../rule.ts";

/** A metric that is not told is 0, the best. Both ways to one router are ordinary: information. */
export const defaultRoutesEqual = {
  id: "ipv4.default-routes-equal",
  severity: "warning",
  source: "RFC 1122 3.3.1.3; RFC 1812 5.2.4.3",
  observe: ({ defaultRoutes }) => {
    if (defaultRoutes.length < 2) {
      return [];
    }
    const best = defaultRoutes.reduce((least, { metric }) => Math.min(least, metric ?? 0), Number.POSITIVE_INFINITY);
    const equal = defaultRoutes.filter(({ metric }) => (metric ?? 0) === best);
    const interfaces = [...new Set(equal.flatMap((route) => route.interface ?? []))].toSorted();
    if (interfaces.length < 2) {
      return [];
    }
    const gateways = [...new Set(equal.flatMap((route) => route.gateway ?? []))].toSorted();
    const severity: Severity = gateways.length < 2 ? "info" : "warning";
    return [{ interface: null, field: "routes", severity, evidence: { interfaces, gateways, metric: best } }];
  },
} as const satisfies TerminalRule;
