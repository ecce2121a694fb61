// What a run of the bench is started with.
import type { Become } from "../session/session-state.ts";

export interface WantedPlan {
  readonly plan: string;
  readonly name: string;
  readonly isDraft: boolean;
}

export interface StartTerms {
  readonly plan: string;
  readonly isAll: boolean;
  readonly ports: readonly string[];
  readonly morePorts: string;
  readonly operator: string;
  readonly dryRun: boolean;
  readonly tests: boolean;
  readonly baudRate: number;
  /** For terminals that ask: with this form they are gone. */
  readonly user: string;
  readonly password: string;
  readonly become: Become;
  readonly becomePassword: string;
}
