// What the window knows about the one terminal it is at, and about the ports it could choose:
//
//   idle -> connecting -> open(report) -> lost -> connecting ...
//               |  \-> asking (login)
//               \----> failed
//
//   push:  none -> planning -> review(plan) -> running -> done(result)
//                                              |  \-> unsettled (line lost) -> settled, once read again
//          resuming (what was cut off earlier) ---> done(result)
//
// A password is never part of it.
import type { Input, ListedPort, Output, PushResult, Report } from "../../../electron/contract/commands.ts";
import type { Failure } from "../../../electron/core/failures/failure.ts";
import type { EventData } from "../../../electron/contract/events.ts";
import type { HistoryEntry, SignedIn } from "../../../electron/contract/history.ts";
import type { TestReport } from "../../../electron/contract/test-report.ts";
import type { Change } from "../../../electron/core/settings/change.ts";

export type Screen =
  | "check"
  | "why"
  | "settings"
  | "logs"
  | "push"
  | "history"
  | "register"
  | "console"
  | "bench"
  | "preferences";
export type StageName = EventData<"stage">["stage"];
export type Plan = Output<"plan.make">;
export type Logs = Output<"logs.read">;
export type Become = Input<"terminal.connect">["become"];

/** How a terminal is reached, as chosen; what a reload may remember. */
export interface Choice {
  readonly port: string;
  readonly baudRate: number;
  /** Whether the rate is found out, beginning with that one. */
  readonly findRate?: boolean;
  readonly user: string | null;
  readonly become: Become;
  /** The description that a person has chosen. */
  readonly profile?: string;
}

export type Connection =
  | { readonly kind: "idle" }
  | {
      readonly kind: "connecting";
      readonly purpose: "connect" | "read";
      readonly stage: StageName | null;
      readonly since: number;
    }
  | { readonly kind: "asking"; readonly failure: Failure }
  | { readonly kind: "failed"; readonly failure: Failure }
  | {
      readonly kind: "open";
      readonly session: string;
      readonly report: Report;
      readonly readAt: number;
      /** Another reading is under way while the last one stays on the screen. */
      readonly isReading: boolean;
      readonly failure: Failure | null;
    }
  | {
      readonly kind: "lost";
      readonly failure: Failure;
      readonly during: "reading" | "pushing" | "nothing";
      readonly report: Report | null;
      readonly follow?: Follow;
    };

/** Whether a lost terminal is waited for; `found`: something is at its place, and a person has to say what. */
export type Follow =
  | { readonly kind: "waiting"; readonly until: number }
  | { readonly kind: "found"; readonly port: string }
  | { readonly kind: "over" };

export interface SetRequest {
  readonly set: readonly string[];
  readonly fix: boolean;
}

/** A past push taken back; `insist`: also when the settings are no longer what it left. */
export interface UndoRequest {
  readonly undoes: string;
  readonly insist: boolean;
}

/** Another unit's settings, as the register has them, onto the terminal that takes its place. */
export interface ReplaceRequest {
  /** Its serial number. */
  readonly replaces: string;
  /** What becomes of its addresses in the plans. */
  readonly addresses: "kept" | "freed";
  /** What was found out when it was planned. */
  readonly found?: Omit<Output<"register.plan-replacement">, "plan">;
}

export type PlanRequest = SetRequest | UndoRequest | ReplaceRequest;

/** What a person says when letting a plan go to the terminal. */
export interface PushTerms {
  /** Although the rules refuse what it leads to. */
  readonly override: boolean;
  /** Of the tests that come with the plan: whether each is required. */
  readonly planned: readonly boolean[];
}

/** A push of earlier that was cut off and is not settled. */
export interface Interrupted {
  readonly session: string;
  readonly push: HistoryEntry;
}

/** What the terminal said about going back by itself, once settings are about to change. */
export interface Guard {
  readonly isGuarded: boolean;
  /** When it goes back unless told otherwise, by this computer's clock (milliseconds since 1970). */
  readonly until: number;
}

export type FieldState = "new" | "old" | "other";

export interface SettledField {
  readonly change: Change;
  readonly state: FieldState;
  /** Null when it is not known whether it outlasts a restart. */
  readonly persisted: boolean | null;
  /** It runs, but what is kept for after a restart is something else: the terminal may still go back by itself. */
  readonly isUnlasting: boolean;
}

export interface CutOff {
  readonly changes: readonly Change[];
  readonly cause: "lost" | "reloaded";
  readonly guard: Guard | null;
}

export type Push =
  | { readonly kind: "none" }
  | { readonly kind: "planning"; readonly request: PlanRequest }
  | { readonly kind: "review"; readonly request: PlanRequest; readonly plan: Plan; readonly stopped: boolean }
  | {
      readonly kind: "running";
      readonly request: PlanRequest;
      readonly plan: Plan;
      readonly stage: StageName | null;
      /** Whether the terminal was asked to try its network. */
      readonly tests: boolean;
      readonly isStopping: boolean;
      readonly guard: Guard | null;
      /** What it found out so far. */
      readonly tested?: readonly TestReport[];
    }
  /** What was cut off earlier is being settled. */
  | { readonly kind: "resuming"; readonly changes: readonly Change[]; readonly stage: StageName | null }
  | {
      readonly kind: "done";
      /** Null: it settled what was cut off earlier; `accepted`: by a person who said that it is right as it is. */
      readonly request: PlanRequest | null;
      readonly accepted: boolean;
      readonly result: PushResult;
      readonly signedIn: SignedIn | null;
    }
  /** A write was cut off; `cut.changes` are compared with the terminal once it is read again. */
  | { readonly kind: "unsettled"; readonly cut: CutOff }
  | { readonly kind: "settled"; readonly cut: CutOff; readonly fields: readonly SettledField[] }
  /** `during` settling nothing is known anew; else nothing was written. */
  | { readonly kind: "failed"; readonly failure: Failure; readonly during: PlanRequest | "resuming" };

export interface LogsState {
  readonly kind: "none" | "reading" | "shown";
  readonly logs: Logs | null;
  readonly failure: Failure | null;
  readonly filter: string;
  readonly count: number;
}

/** What is typed for one interface, as text, whatever it is worth. */
export interface Draft {
  readonly method: "static" | "dhcp";
  readonly address: string;
  readonly prefix: string;
  readonly gateway: string;
  readonly servers: readonly string[];
}

/** What somebody wants to see in the terminal's logs: lines of these causes, or of the cause that a rule's finding speaks for. */
export type WantedLines = { readonly causes: readonly string[] } | { readonly rule: string };

export interface SessionState {
  readonly screen: Screen;
  readonly ports: { readonly list: readonly ListedPort[] | null; readonly failure: Failure | null };
  readonly typedPort: string;
  readonly choice: Choice | null;
  readonly connection: Connection;
  readonly push: Push;
  readonly interrupted: Interrupted | null;
  /** What goes on although something about it is not as it should be. */
  readonly warning: Failure | null;
  readonly logs: LogsState;
  readonly wantedLines: WantedLines | null;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** What is typed for what the terminal has only once, by its field. */
  readonly typedFields: Readonly<Record<string, string>>;
  readonly chosenInterface: string | null;
  /** The other side of the link is gone. */
  readonly gone: Failure | null;
  /** What stands over the screen. */
  readonly overlay: "palette" | "help" | null;
}

export const firstState: SessionState = {
  screen: "check",
  ports: { list: null, failure: null },
  typedPort: "",
  choice: null,
  connection: { kind: "idle" },
  push: { kind: "none" },
  interrupted: null,
  warning: null,
  logs: { kind: "none", logs: null, failure: null, filter: "", count: 200 },
  wantedLines: null,
  drafts: {},
  typedFields: {},
  chosenInterface: null,
  gone: null,
  overlay: null,
};

/** While a terminal is written to, nothing else is asked of it. */
export function isWriting({ push }: Pick<SessionState, "push">): boolean {
  return push.kind === "running" || push.kind === "resuming";
}

/** The report to show, also when its line is gone. */
export function findReport({ connection }: SessionState): Report | null {
  return connection.kind === "open" || connection.kind === "lost" ? connection.report : null;
}

/** What was cut off on the terminal that is open now. */
export function findInterrupted({ connection, interrupted }: SessionState): HistoryEntry | null {
  return connection.kind === "open" && connection.session === interrupted?.session ? interrupted.push : null;
}
