// The register: provisioning plans and the terminals that were set from them, on this PC alone or shared by several benches.
//
//   sheet, checked -> keepPlan -> claimRow -> (push, test) -> finishRow | stopRow | releaseRow
//                                    \-- the bench dies: claimsOf, or after the lease takeOverRow by a person
//   terminals as they are met -> note: see terminals.ts
//
// No row is ever claimed twice and no address is ever held twice, however many benches ask at once. What can be expected is
// an answer (`outcome`); a failure means that the register could not be asked: `register-unreachable` (the shared server),
// `register-unwritable`, `register-newer`, and once `register-set-aside` (the file was damaged; the next call has a new one).
import type { Actor } from "../../contract/register.ts";
import type { Failure } from "../../core/failures/failure.ts";
import type { Result } from "../../core/failures/result.ts";
import type { Terminals } from "./terminals.ts";

/** One terminal's part of a plan. */
export interface PlanRow {
  /** Its line in the plan, from 1; unique within the plan. */
  readonly place: number;
  /** Null: the next free row goes to any terminal that no row names. */
  readonly serialNumber: string | null;
  /** Where its addresses mean something: two shops may both have a 192.168.1.20. */
  readonly site: string;
  /** That this row gives to its terminal, without prefix length. */
  readonly addresses: readonly string[];
  /** Settings and the rest: JSON, which whoever reads it checks. */
  readonly content: unknown;
}

export interface NewPlan {
  /** The caller's: keeping the same id again changes nothing. */
  readonly id: string;
  readonly name: string;
  /** What belongs to no row: JSON. */
  readonly content: unknown;
  readonly rows: readonly PlanRow[];
  readonly by: Actor;
}

/** An address that somebody holds already. */
export interface HeldAddress {
  readonly site: string;
  readonly address: string;
  /** The row that holds it; null: a terminal has it without a plan. */
  readonly planId: string | null;
  readonly place: number | null;
  /** The terminal that has it, or is to have it; null: not known yet. */
  readonly serialNumber: string | null;
}

/**
 * free -> claimed -> done
 *            \----> stopped -> claimed (the same terminal comes again) | free (reopenRow)
 */
export type RowState = "free" | "claimed" | "done" | "stopped";

export interface RowInRegister extends PlanRow {
  readonly planId: string;
  /** From 1; grows with every change of the row. */
  readonly revision: number;
  readonly state: RowState;
  /** The terminal that the row went to; null as long as it is free. */
  readonly terminal: string | null;
  /** Who has or had it last. */
  readonly by: Actor | null;
  /** Of the last change of state; ISO 8601, UTC. */
  readonly at: string;
  /** How often it was claimed. */
  readonly attempts: number;
  /** Why it was stopped; a failure's code or a step. */
  readonly why: string | null;
  /** What `finishRow` or `stopRow` gave. */
  readonly result: unknown;
}

export type RowCounts = Readonly<Record<RowState, number>>;

export interface KeptPlan {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly by: Actor;
  /** Closed plans give out no rows. */
  readonly isClosed: boolean;
  readonly counts: RowCounts;
}

export interface Claim {
  /** What it is finished, stopped or released by. */
  readonly id: string;
  readonly planId: string;
  readonly place: number;
  readonly revision: number;
  /** The terminal that it was claimed for. */
  readonly serialNumber: string;
  readonly site: string;
  readonly addresses: readonly string[];
  readonly content: unknown;
  readonly by: Actor;
  readonly at: string;
  /** Until then nobody may take it over; `renewClaims` moves it on. ISO 8601, UTC, by the register's clock. */
  readonly leaseUntil: string;
  /** 1 at the first claim of the row. */
  readonly attempt: number;
  /** Why the attempt before was stopped. */
  readonly lastStop: string | null;
}

export interface ClaimWish {
  readonly planId: string;
  /** As the terminal reported it; text, with its leading zeros. */
  readonly serialNumber: string;
  readonly by: Actor;
}

export type ClaimOutcome =
  /** `isResumed`: this bench had it already, from before a crash or from another slot. */
  | { readonly outcome: "claimed"; readonly claim: Claim; readonly isResumed: boolean }
  /** No row names it, and the plan has no rows for the next free terminal. */
  | { readonly outcome: "unknown-serial-number" }
  | { readonly outcome: "listed-twice"; readonly places: readonly number[] }
  /** Another bench has this terminal's row. */
  | { readonly outcome: "taken"; readonly by: Actor; readonly leaseUntil: string; readonly place: number }
  | { readonly outcome: "done"; readonly place: number; readonly by: Actor; readonly at: string }
  /** No row names it, and every row for the next free terminal is gone. */
  | { readonly outcome: "none-free" }
  | { readonly outcome: "plan-unknown" }
  | { readonly outcome: "plan-closed" };

export interface Settlement {
  /** Of the claim. */
  readonly claimId: string;
  /** When it happened on the bench; ISO 8601, UTC. */
  readonly at: string;
  readonly by: Actor;
  /** What was set, the tests, the push's id: JSON without secrets. */
  readonly result: unknown;
}

export type SettleOutcome =
  /** `in`: `outbox` when the shared server could not be reached; it gets there by itself. */
  | { readonly outcome: "settled"; readonly in: "register" | "outbox" }
  /** Somebody took the row over meanwhile. The row stays theirs; what was told is noted with it, for a person to look at. */
  | { readonly outcome: "lost"; readonly to: Actor | null }
  | { readonly outcome: "claim-unknown" };

export type TakeOverOutcome =
  | { readonly outcome: "claimed"; readonly claim: Claim }
  | { readonly outcome: "lease-runs"; readonly by: Actor; readonly until: string }
  | { readonly outcome: "not-claimed"; readonly state: RowState }
  | { readonly outcome: "row-unknown" };

export type ChangeRowOutcome =
  | { readonly outcome: "changed"; readonly revision: number }
  /** A bench is setting a terminal from it now. */
  | { readonly outcome: "claimed"; readonly by: Actor }
  | { readonly outcome: "done" }
  /** Somebody changed it since. */
  | { readonly outcome: "stale"; readonly revision: number }
  | { readonly outcome: "addresses-held"; readonly held: readonly HeldAddress[] }
  | { readonly outcome: "row-unknown" };

export type KeepPlanOutcome =
  | { readonly outcome: "kept" }
  | { readonly outcome: "already-kept" }
  /** Nothing was kept. */
  | { readonly outcome: "addresses-held"; readonly held: readonly HeldAddress[] };

export type ClosePlanOutcome =
  /** Free and stopped rows gave their addresses back; what is done stays. */
  | { readonly outcome: "closed" }
  | { readonly outcome: "at-work"; readonly claims: readonly Claim[] }
  | { readonly outcome: "plan-unknown" };

export interface RowQuery {
  readonly planId: string;
  /** All states when left out. */
  readonly states?: readonly RowState[];
  /** The last place of the page before. */
  readonly after?: number;
  readonly limit?: number;
}

export interface Plans {
  /** All rows or none. Addresses that the same terminal holds already are no conflict. */
  keepPlan(plan: NewPlan): Promise<Result<KeepPlanOutcome>>;
  /** The latest first. */
  listPlans(): Promise<Result<readonly KeptPlan[]>>;
  readPlan(id: string): Promise<Result<(KeptPlan & { readonly content: unknown }) | null>>;
  listRows(query: RowQuery): Promise<Result<readonly RowInRegister[]>>;
  /** `revision`: the one that was looked at. The row's place stays. */
  changeRow(change: {
    readonly planId: string;
    readonly revision: number;
    readonly row: PlanRow;
    readonly by: Actor;
  }): Promise<Result<ChangeRowOutcome>>;
  closePlan(close: { readonly planId: string; readonly by: Actor }): Promise<Result<ClosePlanOutcome>>;
  /** What an allocation from a pool has to leave out. */
  listAddresses(site: string): Promise<Result<readonly HeldAddress[]>>;
}

export interface Claims {
  claimRow(wish: ClaimWish): Promise<Result<ClaimOutcome>>;
  /** What the bench has: to go on after a crash, or on another day. */
  claimsOf(benchId: string): Promise<Result<readonly Claim[]>>;
  /** Call it every minute while at work. `until`: when the lease of all of this bench's claims ends now. */
  renewClaims(benchId: string): Promise<Result<{ readonly until: string; readonly count: number }>>;
  /** The terminal is set, tested and confirmed. Telling it again changes nothing. */
  finishRow(settlement: Settlement): Promise<Result<SettleOutcome>>;
  /** The terminal could not be set: it may have anything, so the row and its addresses stay with it. */
  stopRow(settlement: Settlement & { readonly why: string }): Promise<Result<SettleOutcome>>;
  /** Nothing was written to the terminal: the row is free again, for any bench. */
  releaseRow(settlement: Omit<Settlement, "result">): Promise<Result<SettleOutcome>>;
  /** By a person who knows that the other bench is gone; only when its lease has ended. The old claim is void then. */
  takeOverRow(wish: {
    readonly planId: string;
    readonly place: number;
    readonly by: Actor;
  }): Promise<Result<TakeOverOutcome>>;
  /** By a person: a stopped row is free again and forgets its terminal. False: it was not stopped. */
  reopenRow(wish: { readonly planId: string; readonly place: number; readonly by: Actor }): Promise<Result<boolean>>;
}

export interface Reconciled {
  /** What the shared register has not been told yet. */
  readonly waiting: number;
  /** What it would not have; kept for a person. */
  readonly refused: number;
  /** Why something waits. */
  readonly failure: Failure | null;
}

export interface Register extends Plans, Claims, Terminals {
  /** Tells a shared register what waits. Every other call does that first, too. */
  reconcile(): Promise<Result<Reconciled>>;
  close(): Promise<void>;
}
