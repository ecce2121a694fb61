// One rule looks at a terminal's facts and says what it observes; it may propose what would put that right.
// Rules know no sentences: those are in texts/, keyed by the rule's id.
import type { Assignment } from "../settings/assignment.ts";
import type { Severity } from "./finding.ts";
import type { InterfaceFacts } from "./interface-facts.ts";
import type { Evidence, Observation } from "./observation.ts";
import type { TerminalFacts } from "./terminal-facts.ts";
import type { ReasonId } from "./texts/en/reasons.ts";

/** A correction before it has been proven by the rules. */
export interface Candidate {
  readonly set: readonly Assignment[];
  /** 0 to 1, see `Correction`. */
  readonly confidence: number;
  readonly reason: ReasonId;
  /** What the reason quotes. */
  readonly values: Evidence;
}

export type Need = "ipv6" | "wifi" | "cellular" | "lease" | "hosts" | "policy" | "fleet";

interface RuleBase {
  /** Stable, as printed: `ipv4.gateway-outside-subnet`. */
  readonly id: string;
  readonly severity: Severity;
  /** An RFC's section or a register. */
  readonly source: string;
  /** What has to be there for the rule to have anything to say; most terminals lack most of it. */
  readonly needs?: Need;
  readonly propose?: (terminal: TerminalFacts, observation: Observation) => readonly Candidate[];
}

type InterfaceObservation = Omit<Observation, "interface">;

/** Looks at one interface; of the terminal it may use only what no other interface's addresses change. */
export interface InterfaceRule extends RuleBase {
  readonly observeOne: (target: InterfaceFacts, terminal: TerminalFacts) => InterfaceObservation | null;
}

/** Looks at the terminal as a whole, or at an interface in the light of the others. */
export interface TerminalRule extends RuleBase {
  readonly observe: (terminal: TerminalFacts) => readonly Observation[];
}

/** What a rule that looks at one interface at a time observes on all of them. */
export function observeInterfaces(
  terminal: TerminalFacts,
  observe: (target: InterfaceFacts) => InterfaceObservation | null,
): readonly Observation[] {
  const all: Observation[] = [];
  for (const target of terminal.interfaces) {
    const observed = observe(target);
    if (observed !== null) all.push({ ...observed, interface: target.name });
  }
  return all;
}

/** The interface an observation is about, when its values can be corrected: not when DHCP gave them. */
export function findCorrectable(terminal: TerminalFacts, observation: Observation): InterfaceFacts | null {
  const target = terminal.interfaces.find(({ name }) => name === observation.interface);
  return target?.isByHand === true ? target : null;
}
