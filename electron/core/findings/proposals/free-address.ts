import { findRange } from "../../settings/address-ranges.ts";
import { type Cidr, findFirstHost, findLastHost, isHostOf } from "../../settings/cidr.ts";
import { type Ipv4Address, printIpv4 } from "../../settings/ipv4.ts";
import { isPromised } from "../fleet-promises.ts";
import { keyOfAddress } from "../fleet.ts";
import { type InterfaceFacts, readAddress } from "../interface-facts.ts";
import type { Observation } from "../observation.ts";
import { type Candidate, findCorrectable } from "../rule.ts";
import type { TerminalFacts } from "../terminal-facts.ts";

/** More steps than any pool and fleet of a shop make necessary. */
const mostSteps = 256;

/** Where more terminals share one address, somebody copied the settings of one, and a person has to see to it. */
const mostRivals = 64;

/**
 * The nearest address above (or else below) in the same subnet that nothing known uses: not the fleet, a neighbour, the
 * gateway, a name server, this PC, the site's DHCP pool, nor where routers sit. What was offered to another terminal of the
 * fleet is taken too, so that all of them can be corrected at once.
 */
export function proposeFreeAddress(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  const address =
    target?.subnet == null || isCopied(terminal, target.subnet) ? null : findFree(terminal, target, target.subnet);
  if (target?.subnet == null || address === null) {
    return [];
  }
  const value = `${printIpv4(address)}/${target.subnet.prefixLength}`;
  const set = [{ interface: target.name, field: "ipv4.address" as const, value }];
  // Nobody's list tells what else is there: then it is a guess.
  const confidence = terminal.context.fleet == null && terminal.policy === null ? 0.4 : 0.65;
  return [{ set, confidence, reason: "address-free", values: { address: printIpv4(address) } }];
}

function isCopied({ settings, context: { fleet } }: TerminalFacts, { address }: Cidr): boolean {
  return (fleet?.index.addresses.get(keyOfAddress(settings, address))?.length ?? 0) > mostRivals;
}

/** The wanted address, or when the fleet has it or was offered it, the nearest that is free. */
export function findPlace(terminal: TerminalFacts, target: InterfaceFacts, wanted: Cidr): Ipv4Address | null {
  const { address } = wanted;
  const isHeld = isInFleet(terminal, address) || isPromised(terminal, target.name, address);
  return isHeld ? findFree(terminal, target, wanted) : address;
}

function findFree(terminal: TerminalFacts, target: InterfaceFacts, near: Cidr): Ipv4Address | null {
  if (near.prefixLength > 30) {
    return null;
  }
  for (const direction of [1, -1]) {
    let { address } = near;
    for (let step = 0; step < mostSteps; step++) {
      address = jumpOver(terminal, address + direction, direction);
      if (!isHostOf(address, near)) break;
      // Where routers sit.
      if (address === findFirstHost(near) || address === findLastHost(near)) continue;
      if (!isTaken(terminal, target, address) && !isUsed(terminal, target, address)) return address;
    }
  }
  return null;
}

/** Past the end of a DHCP pool when the address is in one. */
function jumpOver({ policy }: TerminalFacts, address: Ipv4Address, direction: number): Ipv4Address {
  const pool = policy === null ? null : findRange(policy.pooled, address);
  return pool === null ? address : direction > 0 ? pool.last + 1 : pool.first - 1;
}

function isTaken(
  { own, policy, context, neighbours }: TerminalFacts,
  target: InterfaceFacts,
  address: Ipv4Address,
): boolean {
  return (
    own.has(address) ||
    address === target.gateway ||
    address === policy?.gateway ||
    target.servers.some(({ ipv4 }) => ipv4 === address) ||
    neighbours.some((one) => one.address === address) ||
    (context.pc?.interfaces.some((one) => readAddress(one.address) === address) ?? false)
  );
}

function isUsed(terminal: TerminalFacts, { name }: InterfaceFacts, address: Ipv4Address): boolean {
  const { policy } = terminal;
  const isForbidden = policy !== null && policy.allowed.length > 0 && findRange(policy.allowed, address) === null;
  return isForbidden || isInFleet(terminal, address) || isPromised(terminal, name, address);
}

function isInFleet({ settings, context: { fleet } }: TerminalFacts, address: Ipv4Address): boolean {
  return fleet?.index.addresses.has(keyOfAddress(settings, address)) ?? false;
}
