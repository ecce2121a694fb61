// Giving out rows, each to one bench.
//
//   its own row (named, or gone to it before):  free, stopped -> claimed;  claimed -> resumed | taken;  done -> done
//   no row of its own:                          the first free row without a serial number -> claimed
//
// Whoever looks at a row here has locked it, or, on SQLite, everybody else out: see RowLocks.
import type { Kysely } from "kysely";
import type { Actor } from "../../contract/register.ts";
import type {
  Claim,
  ClaimOutcome,
  ClaimWish,
  RowState,
  Settlement,
  SettleOutcome,
  TakeOverOutcome,
} from "./register.ts";
import { parseActor, printJson, readRow, readRows, type StoredRow, tellEvent, toClaim } from "./rows.ts";
import { placeTerminal } from "./terminal-rows.ts";
import { type Store, Undone, type Within } from "./store.ts";
import type { RegisterTables, RowEvent } from "./tables.ts";

/** How long nobody may take over what a bench has, since it was last heard of. */
const leaseMinutes = 15;

export async function claimRow(store: Store, within: Within, wish: ClaimWish): Promise<ClaimOutcome> {
  const { planId, serialNumber, by } = wish;
  if (!(await store.locks.lockPlan(within, planId, false))) return { outcome: "plan-unknown" };
  const plan = await within.selectFrom("plans").select("is_closed").where("id", "=", planId).executeTakeFirstOrThrow();
  if (plan.is_closed === 1) return { outcome: "plan-closed" };
  const places = await store.locks.lockOwn(within, { planId, serialNumber });
  const rows = await readRows(within, planId, places);
  const named = rows.filter((row) => row.serial_number === serialNumber);
  if (named.length > 1) return { outcome: "listed-twice", places: named.map(({ place }) => place).toSorted(ascending) };
  const own = rows.find((row) => row.terminal === serialNumber) ?? named[0];
  if (own !== undefined) return claimOwn(store, within, { row: own, wish });
  const place = await store.locks.pickFree(within, planId);
  const row = place === null ? undefined : await readRow(within, planId, place);
  if (row !== undefined) return take(store, within, { row, serialNumber, by });
  return (await hasFreeForAny(within, planId)) ? { outcome: "none-free" } : { outcome: "unknown-serial-number" };
}

async function claimOwn(
  store: Store,
  within: Within,
  { row, wish: { serialNumber, by } }: { readonly row: StoredRow; readonly wish: ClaimWish },
): Promise<ClaimOutcome> {
  if (row.state === "free" || row.state === "stopped") return take(store, within, { row, serialNumber, by });
  const had = row.actor === null ? by : parseActor(row.actor);
  if (row.state === "done") return { outcome: "done", place: row.place, by: had, at: row.at };
  if (row.bench !== by.bench.id) {
    return { outcome: "taken", by: had, leaseUntil: row.lease_until ?? row.at, place: row.place };
  }
  return { outcome: "claimed", claim: toClaim(row), isResumed: true };
}

interface Taking {
  readonly row: StoredRow;
  readonly serialNumber: string;
  readonly by: Actor;
}

async function take(store: Store, within: Within, taking: Taking): Promise<ClaimOutcome> {
  return { outcome: "claimed", claim: await giveRow(store, within, { ...taking, event: "claimed" }), isResumed: false };
}

async function giveRow(
  store: Store,
  within: Within,
  { row, serialNumber, by, event }: Taking & { readonly event: RowEvent },
): Promise<Claim> {
  const at = await store.locks.now(within);
  const id = store.newId();
  await within
    .updateTable("plan_rows")
    .set({
      state: "claimed",
      terminal: serialNumber,
      actor: printJson(by),
      bench: by.bench.id,
      claim: id,
      at,
      lease_until: endLease(at),
      attempts: row.attempts + 1,
    })
    .where("plan", "=", row.plan)
    .where("place", "=", row.place)
    .execute();
  await nameHolder(within, row, serialNumber);
  const content = { revision: row.revision, terminal: serialNumber };
  await tellEvent(within, { id: `${id} ${event}`, row, claim: id, at, by, event, content });
  const taken = await readRow(within, row.plan, row.place);
  if (taken === undefined) throw new Error(`row ${row.plan} ${row.place} is gone`);
  return toClaim(taken);
}

async function nameHolder(within: Within, row: StoredRow, serialNumber: string | null): Promise<void> {
  await within
    .updateTable("addresses")
    .set({ serial_number: serialNumber })
    .where("plan", "=", row.plan)
    .where("place", "=", row.place)
    .execute();
}

async function hasFreeForAny(within: Within, planId: string): Promise<boolean> {
  const row = await within
    .selectFrom("plan_rows")
    .select("place")
    .where("plan", "=", planId)
    .where("serial_number", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function claimsOf(database: Kysely<RegisterTables>, benchId: string): Promise<readonly Claim[]> {
  const rows = await database
    .selectFrom("plan_rows")
    .selectAll()
    .where("bench", "=", benchId)
    .where("state", "=", "claimed")
    .orderBy("plan")
    .orderBy("place")
    .execute();
  return rows.map(toClaim);
}

export async function renewClaims(
  store: Store,
  within: Within,
  benchId: string,
): Promise<{ readonly until: string; readonly count: number }> {
  const until = endLease(await store.locks.now(within));
  const updated = await within
    .updateTable("plan_rows")
    .set({ lease_until: until })
    .where("bench", "=", benchId)
    .where("state", "=", "claimed")
    .executeTakeFirst();
  return { until, count: Number(updated.numUpdatedRows) };
}

export type Ending = "finished" | "stopped" | "released";

/** What a claim came to. Told twice, it is kept once; told after somebody else took the row over, it is noted beside it. */
export async function settle(
  store: Store,
  within: Within,
  told: { readonly settlement: Settlement; readonly ending: Ending; readonly why: string | null },
): Promise<SettleOutcome> {
  const { settlement, ending, why } = told;
  const { claimId, at, by, result } = settlement;
  const known = await within
    .selectFrom("row_events")
    .select(["plan", "place"])
    .where("claim", "=", claimId)
    .limit(1)
    .executeTakeFirst();
  if (known === undefined) return { outcome: "claim-unknown" };
  await store.locks.lockRow(within, { planId: known.plan, place: known.place });
  const earlier = within.selectFrom("row_events").select("id").where("id", "=", `${claimId} ${ending}`);
  if ((await earlier.executeTakeFirst()) !== undefined) return { outcome: "settled", in: "register" };
  const row = await readRow(within, known.plan, known.place);
  const event = { row: known, claim: claimId, at, by, content: { result, why } };
  if (row?.claim !== claimId || !mayFollow(row.state, ending)) {
    await tellEvent(within, { ...event, id: `${claimId} late ${ending}`, event: "late" });
    return { outcome: "lost", to: row?.actor == null ? null : parseActor(row.actor) };
  }
  const nobody = { terminal: null, actor: null, bench: null, claim: null, why: null, result: "null" };
  await within
    .updateTable("plan_rows")
    .set(
      ending === "released"
        ? { ...nobody, state: "free", at, lease_until: null }
        : { state: ending === "finished" ? "done" : "stopped", at, why, lease_until: null, result: printJson(result) },
    )
    .where("plan", "=", row.plan)
    .where("place", "=", row.place)
    .execute();
  if (ending === "released") await nameHolder(within, row, row.serial_number);
  if (ending === "finished") await placeTerminal(within, row.terminal ?? "", row.site);
  await tellEvent(within, { ...event, id: `${claimId} ${ending}`, event: ending });
  return { outcome: "settled", in: "register" };
}

/** A bench may find out that a terminal that it stopped at is as it should be, or was never touched. */
function mayFollow(state: RowState, ending: Ending): boolean {
  return state === "claimed" || (state === "stopped" && ending !== "stopped");
}

interface RowWish {
  readonly planId: string;
  readonly place: number;
  readonly by: Actor;
}

export async function takeOverRow(
  store: Store,
  within: Within,
  { planId, place, by }: RowWish,
): Promise<TakeOverOutcome> {
  if (!(await store.locks.lockRow(within, { planId, place }))) return { outcome: "row-unknown" };
  const row = await readRow(within, planId, place);
  if (row === undefined) return { outcome: "row-unknown" };
  if (row.state !== "claimed") return { outcome: "not-claimed", state: row.state };
  const { by: holder, leaseUntil, serialNumber } = toClaim(row);
  if (leaseUntil > (await store.locks.now(within))) return { outcome: "lease-runs", by: holder, until: leaseUntil };
  const claim = await giveRow(store, within, { row, serialNumber, by, event: "taken-over" });
  return { outcome: "claimed", claim };
}

export async function reopenRow(
  store: Store,
  within: Within,
  { planId, place, by }: RowWish,
): Promise<boolean | Undone<boolean>> {
  await store.locks.lockRow(within, { planId, place });
  const row = await readRow(within, planId, place);
  if (row?.state !== "stopped") return new Undone(false);
  const at = await store.locks.now(within);
  await within
    .updateTable("plan_rows")
    .set({ state: "free", terminal: null, actor: null, bench: null, claim: null, at, result: "null" })
    .where("plan", "=", planId)
    .where("place", "=", place)
    .execute();
  await nameHolder(within, row, row.serial_number);
  const told = { row, claim: row.claim, at, by, content: { why: row.why, terminal: row.terminal } };
  await tellEvent(within, { ...told, id: store.newId(), event: "reopened" });
  return true;
}

function endLease(at: string): string {
  return new Date(Date.parse(at) + leaseMinutes * 60_000).toISOString();
}

function ascending(one: number, other: number): number {
  return one - other;
}
