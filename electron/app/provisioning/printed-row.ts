import { rowResultSchema, type RowResult } from "../../contract/provisioning.ts";
import type { PlanRow } from "../../core/provisioning/plan-row.ts";
import type { Actor } from "../../contract/register.ts";
import type { RowInRegister, RowState } from "../register/register.ts";
import { fromRegisterRow } from "./register-rows.ts";

/** A row as it is printed: what was wanted, and what came of it. */
export interface PrintedRow {
  readonly row: PlanRow;
  readonly state: RowState;
  /** The terminal that it went to, or is for. */
  readonly serialNumber: string | null;
  readonly by: Actor | null;
  readonly at: string;
  readonly why: string | null;
  /** Null: nothing came of it yet, or it was written by another version. */
  readonly result: RowResult | null;
}

/** Null for a row that cannot be read. */
export function readPrinted(kept: RowInRegister): PrintedRow | null {
  const row = fromRegisterRow(kept);
  if (!row.ok) return null;
  const result = rowResultSchema.safeParse(kept.result);
  const { state, by, at, why } = kept;
  const serialNumber = kept.terminal ?? kept.serialNumber;
  return { row: row.value, state, serialNumber, by, at, why, result: result.success ? result.data : null };
}
