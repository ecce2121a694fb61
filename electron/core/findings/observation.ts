// What a rule saw, before it has words.
import type { Finding, Severity } from "./finding.ts";

export type Evidence = Finding["evidence"];

export interface Observation {
  /** Null when it concerns the terminal as a whole. */
  readonly interface: string | null;
  readonly field: string;
  /** Given when circumstances make it lighter than the rule's own severity. */
  readonly severity?: Severity;
  readonly evidence: Evidence;
}
