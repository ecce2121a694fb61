// A plan that is only looked at: of the register, or a draft that was never kept.
import { type Result, succeed } from "../../core/failures/result.ts";
import type { PlanRow } from "../../core/provisioning/plan-row.ts";
import type { Register, RowInRegister } from "../register/register.ts";
import { toRegisterRow } from "./register-rows.ts";

export type PlanView = Pick<Register, "readPlan" | "listRows">;

const nobody = { bench: { id: "", name: "" }, operator: "" };

export function viewDraft(name: string, rows: readonly PlanRow[]): PlanView {
  const untouched = { revision: 1, state: "free" as const, terminal: null, by: null, at: "", attempts: 0 };
  const all = rows.map((row) => ({ ...toRegisterRow(row), ...untouched, planId: "", why: null, result: null }));
  const counts = { free: rows.length, claimed: 0, done: 0, stopped: 0 };
  return {
    readPlan: async (id) => succeed({ id, name, at: "", by: nobody, isClosed: false, counts, content: null }),
    listRows: async ({ after = 0, limit = all.length }) =>
      succeed(all.filter(({ place }) => place > after).slice(0, limit)),
  };
}

const page = 1000;

/** Page by page, as a register hands them out; `see` may say that it has seen enough. */
export async function walkRows(
  view: Pick<PlanView, "listRows">,
  planId: string,
  see: (row: RowInRegister) => "enough" | undefined,
): Promise<Result<null>> {
  for (let after = 0; ; ) {
    const next = await view.listRows({ planId, after, limit: page });
    if (!next.ok) return next;
    if (next.value.some((row) => see(row) === "enough") || next.value.length < page) return succeed(null);
    after = next.value.at(-1)?.place ?? 0;
  }
}

export async function listAllRows(
  view: Pick<PlanView, "listRows">,
  planId: string,
): Promise<Result<readonly RowInRegister[]>> {
  const rows: RowInRegister[] = [];
  const walked = await walkRows(view, planId, (row) => void rows.push(row));
  return walked.ok ? succeed(rows) : walked;
}
