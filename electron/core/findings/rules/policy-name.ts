import { matchPattern } from "../policy/match-pattern.ts";
import type { TerminalRule } from "../rule.ts";

export const policyName = {
  id: "policy.name-pattern",
  severity: "warning",
  source: "the site's policy: namePattern",
  needs: "policy",
  observe: ({ settings, policy }) => {
    const pattern = policy?.entries.namePattern;
    const hostName = settings.terminal?.hostName ?? null;
    return pattern === undefined || hostName === null || matchPattern(hostName, pattern)
      ? []
      : [{ interface: null, field: "terminal.hostName", evidence: { hostName, pattern } }];
  },
} as const satisfies TerminalRule;
