// One rule looks at a terminal's facts and says what it observes; it may propose what would put that right.
// Rules know no sentences: those are in texts/, keyed by the rule's id.
import type { Assignment } from "../settings/assignment.ts";
import type { Finding, Severity } from "./finding.ts";
import type { InterfaceFacts, TerminalFacts } from "./terminal-facts.ts";
import type { ReasonId } from "./texts/en.ts";

export type Evidence = Finding["evidence"];

export interface Observation {
  /** Null when it concerns the terminal as a whole. */
  readonly interface: string | null;
  readonly field: string;
  /** Given when circumstances make it lighter than the rule's own severity. */
  readonly severity?: Severity;
  readonly evidence: Evidence;
}

/** A correction before it has been proven by the rules. */
export interface Candidate {
  readonly set: readonly Assignment[];
  /** 0 to 1, see `Correction`. */
  readonly confidence: number;
  readonly reason: ReasonId;
  /** What the reason quotes. */
  readonly values: Evidence;
}

export interface Rule {
  /** Stable, as printed: `ipv4.gateway-outside-subnet`. */
  readonly id: string;
  readonly severity: Severity;
  /** An RFC's section or a register. */
  readonly source: string;
  readonly observe: (terminal: TerminalFacts) => readonly Observation[];
  readonly propose?: (terminal: TerminalFacts, observation: Observation) => readonly Candidate[];
}

type InterfaceObservation = Omit<Observation, "interface">;

/** What a rule that looks at one interface at a time observes on all of them. */
export function observeInterfaces(
  terminal: TerminalFacts,
  observe: (target: InterfaceFacts) => InterfaceObservation | null,
): readonly Observation[] {
  return terminal.interfaces.flatMap((target) => {
    const observed = observe(target);
    return observed === null ? [] : [{ ...observed, interface: target.name }];
  });
}

/** The interface an observation is about, when its values can be corrected: not when DHCP gave them. */
export function findCorrectable(terminal: TerminalFacts, observation: Observation): InterfaceFacts | null {
  const target = terminal.interfaces.find((candidate) => candidate.name === observation.interface);
  return target?.isByHand === true ? target : null;
}
