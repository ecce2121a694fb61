import { isInside } from "../../settings/cidr.ts";
import { printIpv4 } from "../../settings/ipv4.ts";
import { findServerFault } from "../name-servers.ts";
import { findOffence } from "../policy/judge-servers.ts";
import type { Observation } from "../observation.ts";
import { type Candidate, findCorrectable } from "../rule.ts";
import type { TerminalFacts } from "../terminal-facts.ts";

/**
 * What the site's policy requires, then the list without its faulty, repeated and forbidden servers: the same whichever of
 * them a finding is about, so that the corrections of several findings agree. When none is left: the gateway, since
 * routers of shops mostly resolve names. None where DHCP gives them.
 */
export function proposeServers(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  if (target === null) {
    return [];
  }
  const { policy } = terminal;
  const required = policy?.required.filter((server) => !server.includes(":")) ?? [];
  const good = new Set(required);
  for (const server of target.servers) {
    const isWelcome = policy === null || findOffence(policy, server) === null;
    if (server.ipv4 !== null && isWelcome && findServerFault(terminal, server) === null) good.add(server.text);
  }
  const change = { interface: target.name, field: "ipv4.dns" } as const;
  if (good.size > 0) {
    const set = [{ ...change, value: [...good].join(",") }];
    const values = { servers: [...good] };
    return required.length > 0
      ? [{ set, confidence: 0.95, reason: "servers-of-policy", values }]
      : [{ set, confidence: 0.9, reason: "servers-that-remain", values }];
  }
  const { gateway } = target;
  if (gateway === null || !target.reached.some((network) => isInside(gateway, network))) {
    return [];
  }
  const value = printIpv4(gateway);
  return [{ set: [{ ...change, value }], confidence: 0.5, reason: "server-is-gateway", values: { gateway: value } }];
}
