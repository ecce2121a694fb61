import { findRange } from "../../settings/address-ranges.ts";
import { findFirstHost, findLastHost, isHostOf } from "../../settings/cidr.ts";
import { type Ipv4Address, printIpv4 } from "../../settings/ipv4.ts";
import { countBefore, keyOfAddress } from "../fleet.ts";
import { type InterfaceFacts, readAddress } from "../interface-facts.ts";
import { type Candidate, findCorrectable, type Observation } from "../rule.ts";
import type { TerminalFacts } from "../terminal-facts.ts";

/** More steps than any pool and fleet of a shop make necessary. */
const mostSteps = 256;

/** Where more terminals share one address, somebody copied the settings of one, and a person has to see to it. */
const mostRivals = 64;

/**
 * The nearest address above (or else below) in the same subnet that nothing known uses: not the fleet, a neighbour, the
 * gateway, a name server, this PC, the site's DHCP pool, nor where routers sit. Of terminals that share an address the second takes the
 * first free one, the third the second, so that all of them can be corrected at once.
 */
export function proposeFreeAddress(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  if (target === null || target.subnet === null || target.subnet.prefixLength > 30) {
    return [];
  }
  const rank = findRank(terminal, target);
  const address = rank >= mostRivals ? null : findFree(terminal, target, rank);
  if (address === null) {
    return [];
  }
  const value = `${printIpv4(address)}/${target.subnet.prefixLength}`;
  const set = [{ interface: target.name, field: "ipv4.address" as const, value }];
  // Nobody's list tells what else is there: then it is a guess.
  const confidence = terminal.context.fleet == null && terminal.policy === null ? 0.4 : 0.65;
  return [{ set, confidence, reason: "address-free", values: { address: printIpv4(address) } }];
}

/** How many terminals before this one in the fleet have the same address: the first may as well keep it. */
function findRank({ settings, context: { fleet } }: TerminalFacts, { subnet }: InterfaceFacts): number {
  if (fleet == null || fleet.self === null || subnet === null) {
    return 0;
  }
  return countBefore(fleet, keyOfAddress(settings, subnet.address), mostRivals);
}

function findFree(terminal: TerminalFacts, target: InterfaceFacts, rank: number): Ipv4Address | null {
  const { subnet } = target;
  if (subnet === null) {
    return null;
  }
  let left = rank;
  for (const direction of [1, -1]) {
    let address = subnet.address;
    for (let step = 0; step < mostSteps; step++) {
      address = jumpOver(terminal, address + direction, direction);
      if (!isHostOf(address, subnet)) break;
      // Where routers sit.
      if (address === findFirstHost(subnet) || address === findLastHost(subnet)) continue;
      if (!isTaken(terminal, target, address) && !isUsed(terminal, address) && left-- <= 0) return address;
    }
  }
  return null;
}

/** Past the end of a DHCP pool when the address is in one. */
function jumpOver({ policy }: TerminalFacts, address: Ipv4Address, direction: number): Ipv4Address {
  const pool = policy === null ? null : findRange(policy.pooled, address);
  return pool === null ? address : direction > 0 ? pool.last + 1 : pool.first - 1;
}

function isTaken({ own, policy, context }: TerminalFacts, target: InterfaceFacts, address: Ipv4Address): boolean {
  return (
    own.has(address) ||
    address === target.gateway ||
    address === policy?.gateway ||
    target.servers.some(({ ipv4 }) => ipv4 === address) ||
    context.neighbours.some((one) => readAddress(one.address) === address) ||
    (context.pc?.interfaces.some((one) => readAddress(one.address) === address) ?? false)
  );
}

function isUsed({ settings, policy, context: { fleet } }: TerminalFacts, address: Ipv4Address): boolean {
  const isForbidden = policy !== null && policy.allowed.length > 0 && findRange(policy.allowed, address) === null;
  return isForbidden || (fleet?.index.addresses.has(keyOfAddress(settings, address)) ?? false);
}
