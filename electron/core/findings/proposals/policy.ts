// What the site's policy itself says should be there.
import { findNetwork, isHostOf, printCidr } from "../../settings/cidr.ts";
import { printIpv4 } from "../../settings/ipv4.ts";
import { maskOf } from "../../settings/prefix-length.ts";
import { findServerFault } from "../name-servers.ts";
import { findOffence } from "../policy/judge-servers.ts";
import { type Candidate, findCorrectable, type Observation } from "../rule.ts";
import type { TerminalFacts } from "../terminal-facts.ts";

/** The policy's gateway, or the one in the subnet that ends as it should. */
export function proposePolicyGateway(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  const subnet = target?.subnet ?? null;
  const ending = terminal.policy?.entries.gatewayEndsIn;
  const ended =
    subnet === null || ending === undefined || subnet.prefixLength > 30
      ? null
      : (findNetwork(subnet) | (ending & ~maskOf(subnet.prefixLength))) >>> 0;
  const address = terminal.policy?.gateway ?? ended;
  if (target === null || address === null) {
    return [];
  }
  const gateway = printIpv4(address);
  const set = [{ interface: target.name, field: "ipv4.gateway" as const, value: gateway }];
  const confidence = terminal.policy?.gateway == null ? 0.7 : 0.95;
  return [{ set, confidence, reason: "gateway-is-policy", values: { gateway } }];
}

/** What the policy requires, then what is listed and has no fault. Where nothing is left: the gateway. */
export function proposePolicyServers(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  const { policy } = terminal;
  if (target === null || policy === null) {
    return [];
  }
  const required = policy.required.filter((server) => !server.includes(":"));
  const good = target.servers.filter(
    (server) =>
      server.ipv4 !== null && findOffence(policy, server) === null && findServerFault(terminal, server) === null,
  );
  const servers = [...new Set([...required, ...good.map(({ text }) => text)])];
  const change = { interface: target.name, field: "ipv4.dns" } as const;
  if (servers.length > 0) {
    const set = [{ ...change, value: servers.join(",") }];
    return [{ set, confidence: required.length > 0 ? 0.95 : 0.9, reason: "servers-of-policy", values: { servers } }];
  }
  if (target.gateway === null) {
    return [];
  }
  const value = printIpv4(target.gateway);
  return [{ set: [{ ...change, value }], confidence: 0.5, reason: "server-is-gateway", values: { gateway: value } }];
}

/** The same host part in the one allowed subnet, with the policy's gateway or the same host part of the old one. */
export function proposePolicySubnet(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  const { policy } = terminal;
  if (target?.subnet == null || policy === null) {
    return [];
  }
  const { address } = target.subnet;
  return policy.subnets.flatMap((allowed): readonly Candidate[] => {
    const mask = maskOf(allowed.prefixLength);
    const moved = (findNetwork(allowed) | (address & ~mask)) >>> 0;
    const next = { address: moved, prefixLength: allowed.prefixLength };
    const gateway =
      policy.gateway ?? (target.gateway === null ? null : (findNetwork(allowed) | (target.gateway & ~mask)) >>> 0);
    if (!isHostOf(moved, next)) {
      return [];
    }
    const set = [
      { interface: target.name, field: "ipv4.address" as const, value: printCidr(next) },
      ...(gateway === null || gateway === target.gateway
        ? []
        : [{ interface: target.name, field: "ipv4.gateway" as const, value: printIpv4(gateway) }]),
    ];
    const confidence = policy.subnets.length === 1 ? 0.7 : 0.5;
    return [{ set, confidence, reason: "address-of-policy", values: { address: printCidr(next) } }];
  });
}
