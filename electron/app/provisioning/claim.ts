// A terminal's serial number -> its row, claimed for this bench; or, in a dry run, the row that it would get.
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import type { PlanRow } from "../../core/provisioning/plan-row.ts";
import type { Claim, ClaimOutcome, RowInRegister } from "../register/register.ts";
import { isHidden } from "./identify.ts";
import { listAllRows } from "./plan-view.ts";
import { fromRegisterRow } from "./register-rows.ts";
import type { RunContext } from "./run-parts.ts";

export interface Claimed {
  readonly row: PlanRow;
  /** Null in a dry run, and where the row is done already. */
  readonly claim: Claim | null;
  /** The terminal was set on another day or at another slot. */
  readonly isDone: boolean;
}

type Declined = Exclude<ClaimOutcome, { readonly outcome: "claimed" | "done" }>;

/** Failures: `row-missing`, `row-listed-twice`, `row-taken`, `rows-gone`, `plan-not-kept`, those of the register. */
export async function claimFor(context: RunContext, serialNumber: string): Promise<Result<Claimed>> {
  const { register, terms, actor } = context;
  if (terms.dryRun) return findRow(context, serialNumber);
  const asked = await register.claimRow({ planId: terms.plan, serialNumber, by: actor() });
  if (!asked.ok) return asked;
  const outcome = asked.value;
  if (outcome.outcome === "claimed") {
    const row = fromRegisterRow(outcome.claim);
    return row.ok ? succeed({ row: row.value, claim: outcome.claim, isDone: false }) : row;
  }
  if (outcome.outcome !== "done") return fail(explain(outcome, serialNumber, terms.plan));
  const row = await readOne(context, outcome.place);
  return row.ok ? succeed({ row: row.value, claim: null, isDone: true }) : row;
}

function explain(outcome: Declined, serialNumber: string, plan: string) {
  switch (outcome.outcome) {
    case "unknown-serial-number":
      return isHidden(serialNumber) ? makeFailure("serial-untold") : makeFailure("row-missing", { serialNumber });
    case "listed-twice":
      return makeFailure("row-listed-twice", { serialNumber, places: outcome.places.join(", ") });
    case "taken":
      return makeFailure("row-taken", { serialNumber, bench: outcome.by.bench.name });
    case "none-free":
      return makeFailure("rows-gone", { serialNumber });
    case "plan-unknown":
    case "plan-closed":
      return makeFailure("plan-not-kept", { plan });
  }
}

async function readOne({ view, terms }: RunContext, place: number): Promise<Result<PlanRow>> {
  const found = await view.listRows({ planId: terms.plan, after: place - 1, limit: 1 });
  if (!found.ok) return found;
  const [row] = found.value;
  return row?.place === place ? fromRegisterRow(row) : fail(makeFailure("row-unreadable", { place }));
}

/** Nothing is claimed: the same free row is promised once in this run. */
async function findRow(context: RunContext, serialNumber: string): Promise<Result<Claimed>> {
  const rows = await listAllRows(context.view, context.terms.plan);
  if (!rows.ok) return rows;
  const own = rows.value.filter((row) => row.terminal === serialNumber || row.serialNumber === serialNumber);
  if (own.length > 1) {
    const places = own.map(({ place }) => place).join(", ");
    return fail(makeFailure("row-listed-twice", { serialNumber, places }));
  }
  const isFree = ({ state, serialNumber: named, place }: RowInRegister): boolean =>
    state === "free" && named === null && !context.promised.has(place);
  const found = own[0] ?? rows.value.find(isFree);
  if (found === undefined) {
    const hasAny = rows.value.some((row) => row.serialNumber === null);
    if (!hasAny && isHidden(serialNumber)) return fail(makeFailure("serial-untold"));
    return fail(makeFailure(hasAny ? "rows-gone" : "row-missing", { serialNumber }));
  }
  context.promised.add(found.place);
  const row = fromRegisterRow(found);
  return row.ok ? succeed({ row: row.value, claim: null, isDone: found.state === "done" }) : row;
}
