// A row of a kept plan, corrected: the whole plan is read and checked again as a sheet with the other cells in it.
//
//   kept rows -> cells, one of them with what was typed -> readPlan, checkPlan -> the remarks on this row -> the register
//
// What is being set is set as it was claimed; what is changed before that comes with the next claim.
import type { Input, Output } from "../../contract/commands.ts";
import type { Actor } from "../../contract/register.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { checkPlan } from "../../core/provisioning/check-plan.ts";
import type { PlanRow } from "../../core/provisioning/plan-row.ts";
import { printCells, printSheet, type RowCells } from "../../core/provisioning/print-row.ts";
import { readPlan } from "../../core/provisioning/read-plan.ts";
import type { ChangeRowOutcome, Register, RowInRegister } from "../register/register.ts";
import { listAllRows } from "./plan-view.ts";
import { fromRegisterRow, toRegisterRow } from "./register-rows.ts";
import { listUsed } from "./used-addresses.ts";

export interface ChangeParts {
  readonly register: Register;
  readonly by: Actor;
  /** Names of the terminal descriptions that may be used. */
  readonly profiles: readonly string[];
}

/** The cells of one row, as they can be typed over. Failures: `row-unreadable`, those of the register. */
export async function readRowCells(
  register: Register,
  { plan, place }: Input<"provisioning.row-cells">,
): Promise<Result<Output<"provisioning.row-cells">>> {
  const found = await register.listRows({ planId: plan, after: place - 1, limit: 1 });
  if (!found.ok) return found;
  const [kept] = found.value;
  if (kept?.place !== place) return fail(makeFailure("row-unreadable", { place }));
  const row = fromRegisterRow(kept);
  if (!row.ok) return row;
  return succeed({ revision: kept.revision, state: kept.state, cells: { ...printCells(row.value) } });
}

/** Failures: `row-being-set`, `row-done`, `row-stale`, `addresses-held`, `plan-not-kept`, those of the register. */
export async function changeRow(
  parts: ChangeParts,
  input: Input<"provisioning.change-row">,
): Promise<Result<Output<"provisioning.change-row">>> {
  const { register, by, profiles } = parts;
  const rows = await listAllRows(register, input.plan);
  if (!rows.ok) return rows;
  const kept = rows.value.find(({ place }) => place === input.place);
  if (kept === undefined) return fail(makeFailure("plan-not-kept", { plan: input.plan }));
  const refused = refuse(kept);
  if (refused !== null) return refused;
  const sheet = printSheet(withTyped(rows.value, input));
  const terms = { given: {}, remembered: {}, pools: [] };
  const read = readPlan(sheet, { ...terms, used: [] });
  const row = read.rows.find(({ line }) => line === input.place);
  const used = await listUsed(register, new Set([row?.settings.site ?? ""]), input.plan);
  if (!used.ok) return used;
  const checked = checkPlan(read, { policy: null, pc: null, used: used.value, profiles });
  const remarks = checked.remarks.filter(({ line }) => line === input.place);
  if (row === undefined || remarks.some(({ severity }) => severity === "error"))
    return succeed({ isChanged: false, remarks });
  const changed = await register.changeRow({
    planId: input.plan,
    revision: input.revision,
    row: toRegisterRow({ ...row, isAllocated: wasAllocated(kept, row) }),
    by,
  });
  if (!changed.ok) return changed;
  return changed.value.outcome === "changed" ? succeed({ isChanged: true, remarks }) : explain(changed.value, input);
}

function withTyped(rows: readonly RowInRegister[], { place, cells: typed }: Input<"provisioning.change-row">) {
  return rows.flatMap((kept) => {
    const row = fromRegisterRow(kept);
    if (!row.ok) return [];
    const cells: RowCells = printCells(row.value);
    return [{ line: kept.place, cells: kept.place === place ? { ...cells, ...typed } : cells }];
  });
}

/** An address from a pool stays one as long as it is the same. */
function wasAllocated({ content, addresses }: RowInRegister, row: PlanRow): boolean {
  const before = fromRegisterRow({ place: row.line, content });
  return before.ok && before.value.isAllocated && addresses[0] === row.settings.interfaces[0]?.ipv4?.address;
}

function refuse({ state, place, by }: RowInRegister): Result<never> | null {
  if (state === "claimed") return sayBeingSet(place, by);
  return state === "done" ? fail(makeFailure("row-done", { place })) : null;
}

function sayBeingSet(place: number, by: Actor | null): Result<never> {
  const { operator = "-", bench } = by ?? {};
  return fail(makeFailure("row-being-set", { place, operator, bench: bench?.name ?? "-" }));
}

function explain(
  outcome: Exclude<ChangeRowOutcome, { readonly outcome: "changed" }>,
  { plan, place }: { readonly plan: string; readonly place: number },
): Result<never> {
  switch (outcome.outcome) {
    case "claimed":
      return sayBeingSet(place, outcome.by);
    case "done":
      return fail(makeFailure("row-done", { place }));
    case "stale":
      return fail(makeFailure("row-stale", { place }));
    case "addresses-held": {
      const [held] = outcome.held;
      const { address = "?", serialNumber = null } = held ?? {};
      return fail(
        makeFailure("addresses-held", { address, terminal: serialNumber ?? "-", count: outcome.held.length }),
      );
    }
    case "row-unknown":
      return fail(makeFailure("plan-not-kept", { plan }));
  }
}
