import { nameServer } from "../policy/judge-servers.ts";
import { proposeServers } from "../proposals/servers.ts";
import type { Observation } from "../observation.ts";
import type { TerminalRule } from "../rule.ts";

/** On whichever interface; told on the one that leads out. Silent where nothing tells which servers a lease brought. */
export const policyServerRequired = {
  id: "policy.server-required",
  severity: "error",
  source: "the site's policy: dns.required",
  needs: "policy",
  observe: ({ policy, interfaces, otherServers, routed }) => {
    if (policy === null || policy.required.length === 0) {
      return [];
    }
    const used = interfaces
      .filter(({ settings }) => settings.link !== "down")
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const all = [...used.flatMap(({ servers, ipv6 }) => [...servers, ...(ipv6?.servers ?? [])]), ...otherServers];
    const target =
      used.find(({ name, isByHand }) => isByHand && routed.has(name)) ??
      used.find(({ isByHand, gateway }) => isByHand && gateway !== null) ??
      used.find(({ isByHand }) => isByHand);
    if (target === undefined && all.length === 0) {
      return [];
    }
    const known = new Set(all.map(nameServer));
    const missing = policy.required.filter((server) => !known.has(server));
    const found: Observation = {
      interface: target?.name ?? null,
      field: target === undefined ? "nameServers" : "ipv4.dns",
      evidence: { missing, servers: all.slice(0, 8).map(({ text }) => text) },
    };
    return missing.length === 0 ? [] : [found];
  },
  propose: proposeServers,
} as const satisfies TerminalRule;
