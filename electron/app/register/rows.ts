// Rows of plans as they stand in the tables, and as they are told.
import { z } from "zod";
import type { Selectable } from "kysely";
import type { Actor } from "../../contract/register.ts";
import type { Claim, RowInRegister } from "./register.ts";
import type { Within } from "./store.ts";
import type { RegisterTables, RowEvent } from "./tables.ts";

export type StoredRow = Selectable<RegisterTables["plan_rows"]>;

const actorSchema = z.object({ bench: z.object({ id: z.string(), name: z.string() }), operator: z.string() });
const addressesSchema = z.array(z.string());

export function parseActor(text: string): Actor {
  return actorSchema.parse(JSON.parse(text));
}

export function parseJson(text: string): unknown {
  return JSON.parse(text) as unknown;
}

/** What JSON cannot say is nothing. */
export function printJson(content: unknown): string {
  return JSON.stringify(content ?? null);
}

function parseAddresses(text: string): readonly string[] {
  return addressesSchema.parse(JSON.parse(text));
}

export function toRow(row: StoredRow): RowInRegister {
  return {
    planId: row.plan,
    place: row.place,
    serialNumber: row.serial_number,
    site: row.site,
    addresses: parseAddresses(row.addresses),
    content: parseJson(row.content),
    revision: row.revision,
    state: row.state,
    terminal: row.terminal,
    by: row.actor === null ? null : parseActor(row.actor),
    at: row.at,
    attempts: row.attempts,
    why: row.why,
    result: parseJson(row.result),
  };
}

/** Of a row that is claimed. */
export function toClaim(row: StoredRow): Claim {
  const { claim, terminal, actor, lease_until: leaseUntil } = row;
  if (claim === null || terminal === null || actor === null || leaseUntil === null) {
    throw new Error(`row ${row.plan} ${row.place} is not claimed`);
  }
  return {
    id: claim,
    planId: row.plan,
    place: row.place,
    revision: row.revision,
    serialNumber: terminal,
    site: row.site,
    addresses: parseAddresses(row.addresses),
    content: parseJson(row.content),
    by: parseActor(actor),
    at: row.at,
    leaseUntil,
    attempt: row.attempts,
    lastStop: row.why,
  };
}

export function readRow(within: Within, planId: string, place: number): Promise<StoredRow | undefined> {
  return within
    .selectFrom("plan_rows")
    .selectAll()
    .where("plan", "=", planId)
    .where("place", "=", place)
    .executeTakeFirst();
}

export async function readRows(
  within: Within,
  planId: string,
  places: readonly number[],
): Promise<readonly StoredRow[]> {
  if (places.length === 0) return [];
  return within.selectFrom("plan_rows").selectAll().where("plan", "=", planId).where("place", "in", places).execute();
}

export interface ToldEvent {
  /** Told twice, it is kept once. */
  readonly id: string;
  readonly row: Pick<StoredRow, "plan" | "place">;
  readonly claim: string | null;
  readonly at: string;
  readonly by: Actor;
  readonly event: RowEvent;
  readonly content: unknown;
}

export async function tellEvent(within: Within, told: ToldEvent): Promise<void> {
  const { id, row, claim, at, by, event, content } = told;
  await within
    .insertInto("row_events")
    .values({
      ...{ id, claim, at, event },
      plan: row.plan,
      place: row.place,
      actor: printJson(by),
      content: printJson(content),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}
