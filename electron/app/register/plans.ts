// Plans as they are kept: a checked sheet, row by row.
import type { Kysely } from "kysely";
import { batch, freeAddresses, holdAddresses, toHeld } from "./addresses.ts";
import type { Actor } from "../../contract/register.ts";
import type {
  ChangeRowOutcome,
  ClosePlanOutcome,
  HeldAddress,
  KeepPlanOutcome,
  KeptPlan,
  NewPlan,
  PlanRow,
  RowCounts,
  RowInRegister,
  RowQuery,
} from "./register.ts";
import { parseActor, parseJson, printJson, readRow, tellEvent, toClaim, toRow } from "./rows.ts";
import { type Store, Undone, type Within } from "./store.ts";
import type { RegisterTables } from "./tables.ts";

type Database = Kysely<RegisterTables>;

/** A page of rows when nobody says how many. */
const pageOfRows = 20_000;

export async function keepPlan(
  store: Store,
  within: Within,
  plan: NewPlan,
): Promise<KeepPlanOutcome | Undone<KeepPlanOutcome>> {
  const at = await store.locks.now(within);
  const { id, name, by, content, rows } = plan;
  const inserted = await within
    .insertInto("plans")
    .values({ id, name, at, actor: printJson(by), content: printJson(content), is_closed: 0 })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .execute();
  if (inserted.length === 0) return new Undone({ outcome: "already-kept" });
  for (let start = 0; start < rows.length; start += batch) {
    const some = rows.slice(start, start + batch);
    await within
      .insertInto("plan_rows")
      .values(some.map((row) => ({ ...describeRow(row), ...emptyRow, plan: id, place: row.place, at })))
      .execute();
  }
  const held = await holdAddresses(within, id, rows);
  return held.length === 0 ? { outcome: "kept" } : new Undone({ outcome: "addresses-held", held });
}

const emptyRow = { revision: 1, state: "free", attempts: 0, result: "null" } as const;

function describeRow(row: PlanRow) {
  return {
    serial_number: row.serialNumber,
    site: row.site,
    addresses: JSON.stringify(row.addresses),
    content: printJson(row.content),
  };
}

export async function listPlans(database: Database): Promise<readonly KeptPlan[]> {
  const plans = await database
    .selectFrom("plans")
    .select(["id", "name", "at", "actor", "is_closed"])
    .orderBy("at", "desc")
    .orderBy("id")
    .execute();
  const counted = await countRows(database);
  return plans.map(({ id, name, at, actor, is_closed }) => ({
    ...{ id, name, at },
    by: parseActor(actor),
    isClosed: is_closed === 1,
    counts: counted.get(id) ?? noRows,
  }));
}

export async function readPlan(database: Database, id: string): Promise<(KeptPlan & { content: unknown }) | null> {
  const plan = (await listPlans(database)).find((each) => each.id === id);
  const row = await database.selectFrom("plans").select("content").where("id", "=", id).executeTakeFirst();
  return plan === undefined || row === undefined ? null : { ...plan, content: parseJson(row.content) };
}

const noRows: RowCounts = { free: 0, claimed: 0, done: 0, stopped: 0 };

async function countRows(database: Database): Promise<ReadonlyMap<string, RowCounts>> {
  const counted = await database
    .selectFrom("plan_rows")
    .select(["plan", "state", (row) => row.fn.countAll().as("count")])
    .groupBy(["plan", "state"])
    .execute();
  const counts = new Map<string, RowCounts>();
  for (const { plan, state, count } of counted) {
    counts.set(plan, { ...(counts.get(plan) ?? noRows), [state]: Number(count) });
  }
  return counts;
}

export async function listRows(database: Database, query: RowQuery): Promise<readonly RowInRegister[]> {
  const { planId, states, after = 0, limit = pageOfRows } = query;
  const rows = database
    .selectFrom("plan_rows")
    .selectAll()
    .where("plan", "=", planId)
    .where("place", ">", after)
    .orderBy("place")
    .limit(limit);
  const wanted = states === undefined ? rows : rows.where("state", "in", [...states]);
  return (await wanted.execute()).map(toRow);
}

interface RowChange {
  readonly planId: string;
  readonly revision: number;
  readonly row: PlanRow;
  readonly by: Actor;
}

export async function changeRow(
  store: Store,
  within: Within,
  { planId, revision, row: wanted, by }: RowChange,
): Promise<ChangeRowOutcome | Undone<ChangeRowOutcome>> {
  const { place } = wanted;
  await store.locks.lockRow(within, { planId, place });
  const row = await readRow(within, planId, place);
  if (row === undefined) return { outcome: "row-unknown" };
  if (row.state === "claimed") return { outcome: "claimed", by: toClaim(row).by };
  if (row.state === "done") return { outcome: "done" };
  if (row.revision !== revision) return { outcome: "stale", revision: row.revision };
  await freeAddresses(within, { planId, place });
  // A row that stopped belongs to its terminal until somebody reopens it.
  const held = await holdAddresses(within, planId, [{ ...wanted, serialNumber: row.terminal ?? wanted.serialNumber }]);
  if (held.length > 0) return new Undone({ outcome: "addresses-held", held });
  const at = await store.locks.now(within);
  await within
    .updateTable("plan_rows")
    .set({ ...describeRow(wanted), revision: revision + 1, at })
    .where("plan", "=", planId)
    .where("place", "=", place)
    .execute();
  const content = { from: toRow(row).content, revision: revision + 1 };
  await tellEvent(within, { id: store.newId(), row, claim: null, at, by, event: "changed", content });
  return { outcome: "changed", revision: revision + 1 };
}

export async function closePlan(store: Store, within: Within, planId: string): Promise<ClosePlanOutcome> {
  if (!(await store.locks.lockPlan(within, planId, true))) return { outcome: "plan-unknown" };
  const rows = await within.selectFrom("plan_rows").selectAll().where("plan", "=", planId).execute();
  const claims = rows.filter(({ state }) => state === "claimed").map(toClaim);
  if (claims.length > 0) return { outcome: "at-work", claims };
  const undone = rows.filter(({ state }) => state !== "done").map(({ place }) => place);
  for (let start = 0; start < undone.length; start += batch) {
    const some = undone.slice(start, start + batch);
    await within.deleteFrom("addresses").where("plan", "=", planId).where("place", "in", some).execute();
  }
  await within.updateTable("plans").set({ is_closed: 1 }).where("id", "=", planId).execute();
  return { outcome: "closed" };
}

export async function listAddresses(database: Database, site: string): Promise<readonly HeldAddress[]> {
  const rows = await database.selectFrom("addresses").selectAll().where("site", "=", site).orderBy("address").execute();
  return rows.map(toHeld);
}
