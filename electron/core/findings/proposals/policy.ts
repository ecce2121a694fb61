// What the site's policy itself says should be there.
import { findNetwork, isHostOf, printCidr } from "../../settings/cidr.ts";
import { printIpv4 } from "../../settings/ipv4.ts";
import { maskOf } from "../../settings/prefix-length.ts";
import { findPlace } from "./free-address.ts";
import type { Observation } from "../observation.ts";
import { type Candidate, findCorrectable } from "../rule.ts";
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
    const same = { address: moved, prefixLength: allowed.prefixLength };
    const place = isHostOf(moved, same) ? findPlace(terminal, target, same) : null;
    const gateway =
      policy.gateway ?? (target.gateway === null ? null : (findNetwork(allowed) | (target.gateway & ~mask)) >>> 0);
    if (place === null) {
      return [];
    }
    const next = { address: place, prefixLength: allowed.prefixLength };
    const set = [
      { interface: target.name, field: "ipv4.address" as const, value: printCidr(next) },
      ...(gateway === null || gateway === target.gateway
        ? []
        : [{ interface: target.name, field: "ipv4.gateway" as const, value: printIpv4(gateway) }]),
    ];
    const confidence = policy.subnets.length === 1 ? 0.7 : 0.5;
    return [
      {
        set,
        confidence,
        reason: place === moved ? "address-of-policy" : "address-free",
        values: { address: printCidr(next) },
      },
    ];
  });
}
