// Where the register's rows stand: what its queries need, whichever database answers them.
import type { Kysely, Transaction } from "kysely";
import type { Result } from "../../core/failures/result.ts";
import type { RegisterTables } from "./tables.ts";

export type Within = Transaction<RegisterTables>;

/** What a transaction came to that is not to stand. */
export class Undone<Value> extends Error {
  readonly value: Value;

  constructor(value: Value) {
    super("undone");
    this.value = value;
  }
}

/** What differs between the databases when rows are given out. */
export interface RowLocks {
  /** Places whose row goes to this serial number or went to it; other benches wait for them until the transaction ends. */
  lockOwn(within: Within, row: { readonly planId: string; readonly serialNumber: string }): Promise<readonly number[]>;
  /** A free row for any terminal, which no other bench is taking at this moment; null: none. */
  pickFree(within: Within, planId: string): Promise<number | null>;
  /** One row; others wait for it. False: there is none. */
  lockRow(within: Within, row: { readonly planId: string; readonly place: number }): Promise<boolean>;
  /** Until the transaction ends the plan is not closed; with `alone`, nobody takes a row from it either. False: none. */
  lockPlan(within: Within, planId: string, alone: boolean): Promise<boolean>;
  /** ISO 8601, UTC, by the one clock that all benches of this register go by. */
  now(within: Within): Promise<string>;
}

export interface Store {
  readonly locks: RowLocks;
  /** Unguessable, never twice. */
  readonly newId: () => string;
  /** Failures: those of the register. */
  read<Value>(job: (database: Kysely<RegisterTables>) => Promise<Value>): Promise<Result<Value>>;
  /** One transaction; on the disk when this resolves. `Undone`: nothing of it stands. Failures: those of the register. */
  write<Value>(job: (within: Within) => Promise<Value | Undone<Value>>): Promise<Result<Value>>;
  close(): Promise<void>;
}
