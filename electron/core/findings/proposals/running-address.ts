import { parseCidr, printCidr } from "../../settings/cidr.ts";
import type { Observation } from "../observation.ts";
import { type Candidate, findCorrectable } from "../rule.ts";
import type { TerminalFacts } from "../terminal-facts.ts";
import { proposeFreeAddress } from "./free-address.ts";

/** The address that runs, when it is another than the configured one: what works now is the best clue to what was meant. */
export function proposeRunningAddress(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  const target = findCorrectable(terminal, observation);
  const running = target?.settings.running?.ipv4;
  const cidr = running?.address == null ? null : parseCidr(`${running.address}/${running.prefixLength}`);
  if (target === null || !cidr?.ok) {
    return [];
  }
  const value = printCidr(cidr.value);
  return [
    {
      set: [{ interface: target.name, field: "ipv4.address", value }],
      confidence: 0.8,
      reason: "address-runs",
      values: { address: value },
    },
  ];
}

/** What runs now, or else one that is free. */
export function proposeOtherAddress(terminal: TerminalFacts, observation: Observation): readonly Candidate[] {
  return [...proposeRunningAddress(terminal, observation), ...proposeFreeAddress(terminal, observation)];
}
