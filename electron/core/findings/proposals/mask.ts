import { type Cidr, isHostOf, printCidr, printNetwork } from "../../settings/cidr.ts";
import type { Observation } from "../observation.ts";
import { type Candidate, findCorrectable } from "../rule.ts";
import type { InterfaceFacts } from "../interface-facts.ts";
import type { TerminalFacts } from "../terminal-facts.ts";

/** The prefix length that runs with the same address, or else /24 when the gateway lies in it. */
export function proposeMask(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  if (target === null || target.address === null) {
    return [];
  }
  const { address, gateway, ipv4, settings } = target;
  const running = settings.running?.ipv4;
  const runningLength = running?.address === ipv4.address ? (running?.prefixLength ?? null) : null;
  if (runningLength !== null && runningLength >= 1 && runningLength <= 32) {
    return [proposePrefix(target, { address, prefixLength: runningLength }, { reason: "mask-runs", confidence: 0.9 })];
  }
  const usual = { address, prefixLength: 24 };
  return gateway !== null && isHostOf(gateway, usual)
    ? [proposePrefix(target, usual, { reason: "mask-holds-gateway", confidence: 0.7 })]
    : [];
}

/** /24 when the gateway lies in it: for a mask that can be read but is not one of a shop. */
export function proposeGatewayMask(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  const usual = target?.address == null ? null : { address: target.address, prefixLength: 24 };
  return target !== null && usual !== null && target.gateway !== null && isHostOf(target.gateway, usual)
    ? [proposePrefix(target, usual, { reason: "mask-holds-gateway", confidence: 0.6 })]
    : [];
}

function proposePrefix(
  target: InterfaceFacts,
  cidr: Cidr,
  { reason, confidence }: Pick<Candidate, "reason" | "confidence">,
): Candidate {
  return {
    set: [{ interface: target.name, field: "ipv4.address", value: printCidr(cidr) }],
    confidence,
    reason,
    values: { network: printNetwork(cidr), address: printCidr(cidr), gateway: target.ipv4.gateway ?? "" },
  };
}
