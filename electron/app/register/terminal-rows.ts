// Terminals and what happened to them, as rows.
import { type Expression, type Kysely, type Selectable, sql, type SqlBool } from "kysely";
import { z } from "zod";
import type { KnownTerminal, RegisteredTerminal, RegisterEntry } from "../../contract/register.ts";
import { parseActor, parseJson, printJson } from "./rows.ts";
import type { Within } from "./store.ts";
import type { RegisterTables } from "./tables.ts";
import type { EntryQuery, NewEntry, ReplaceOutcome, Replacement, TerminalSearch } from "./terminals.ts";

type Database = Kysely<RegisterTables>;

const textsSchema = z.array(z.string());

export async function note(within: Within, entry: NewEntry): Promise<null> {
  const { id, terminal, at, kind, content, digest, by } = entry;
  await putTerminal(within, terminal, at);
  if (digest !== null && (await findDigest(within, entry)) === digest) return null;
  await within
    .insertInto("entries")
    .values({
      ...{ id, at, kind, digest },
      serial_number: terminal.serialNumber,
      actor: printJson(by),
      content: printJson(content),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return null;
}

/** A bench that tells late what it saw does not take back what another has seen since. */
async function putTerminal(within: Within, terminal: KnownTerminal, at: string): Promise<void> {
  const { serialNumber, family, model, hostName, macs, addresses } = terminal;
  const seen = {
    ...{ family, model },
    host_name: hostName,
    macs: JSON.stringify(macs),
    addresses: JSON.stringify(addresses),
    last_seen: at,
  };
  await within
    .insertInto("terminals")
    .values({ ...seen, serial_number: serialNumber, first_seen: at, site: "", replaced_by: null })
    .onConflict((conflict) => conflict.column("serial_number").doUpdateSet(seen).where("terminals.last_seen", "<=", at))
    .execute();
  await within
    .updateTable("terminals")
    .set({ first_seen: at })
    .where("serial_number", "=", serialNumber)
    .where("first_seen", ">", at)
    .execute();
  const site = await findSite(within, serialNumber);
  if (site !== null) await placeTerminal(within, serialNumber, site);
}

async function findSite(within: Within, serialNumber: string): Promise<string | null> {
  const row = await within
    .selectFrom("plan_rows")
    .select("site")
    .where("terminal", "=", serialNumber)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.site ?? null;
}

/** A terminal that the register does not know yet is placed when it is first noted. */
export async function placeTerminal(within: Within, serialNumber: string, site: string): Promise<void> {
  await within.updateTable("terminals").set({ site }).where("serial_number", "=", serialNumber).execute();
}

async function findDigest(within: Within, { terminal, at }: NewEntry): Promise<string | null> {
  const row = await within
    .selectFrom("entries")
    .select("digest")
    .where("serial_number", "=", terminal.serialNumber)
    .where("kind", "=", "settings")
    .where("at", "<=", at)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.digest ?? null;
}

/** With who noted something of it last. */
function selectTerminals(database: Database) {
  return database
    .selectFrom("terminals")
    .selectAll()
    .select((row) =>
      row
        .selectFrom("entries")
        .select("entries.actor")
        .whereRef("entries.serial_number", "=", "terminals.serial_number")
        .orderBy("entries.at", "desc")
        .orderBy("entries.id", "desc")
        .limit(1)
        .as("last_actor"),
    );
}

const searched = ["serial_number", "family", "model", "host_name", "macs", "addresses", "site"] as const;

export async function searchTerminals(
  database: Database,
  { text, limit, after }: TerminalSearch,
): Promise<readonly RegisteredTerminal[]> {
  const all = selectTerminals(database).orderBy("serial_number").limit(limit);
  const rest = after === null ? all : all.where("serial_number", ">", after);
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const found =
    text === ""
      ? rest
      : rest.where((row) =>
          row.or(
            searched.map(
              (column): Expression<SqlBool> => sql<SqlBool>`lower(${row.ref(column)}) like ${pattern} escape '\\'`,
            ),
          ),
        );
  return (await found.execute()).map(toTerminal);
}

export async function findTerminal(database: Database, serialNumber: string): Promise<RegisteredTerminal | null> {
  const row = await selectTerminals(database).where("serial_number", "=", serialNumber).executeTakeFirst();
  return row === undefined ? null : toTerminal(row);
}

export async function listEntries(
  database: Database,
  { serialNumber, kinds, limit, until }: EntryQuery,
): Promise<readonly RegisterEntry[]> {
  const all = database
    .selectFrom("entries")
    .selectAll()
    .where("serial_number", "=", serialNumber)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
  const wanted = kinds === null ? all : all.where("kind", "in", kinds);
  const rows = await (until === null ? wanted : wanted.where("at", "<=", until)).execute();
  return rows.map((row) => ({
    id: row.id,
    serialNumber: row.serial_number,
    at: row.at,
    kind: row.kind,
    content: parseJson(row.content),
    by: parseActor(row.actor),
  }));
}

export async function replaceTerminal(within: Within, replacement: Replacement): Promise<ReplaceOutcome> {
  const { id, old, replacement: next, addresses: what, at, by } = replacement;
  const terminal = await findTerminal(within, old);
  if (terminal === null) return { outcome: "terminal-unknown" };
  const taken = await within
    .updateTable("terminals")
    .set({ replaced_by: next.serialNumber })
    .where("serial_number", "=", old)
    .where((row) => row.or([row("replaced_by", "is", null), row("replaced_by", "=", next.serialNumber)]))
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) {
    return { outcome: "replaced-before", by: (await findTerminal(within, old))?.replacedBy ?? "" };
  }
  const addresses = await passAddresses(within, { old, next: what === "kept" ? next.serialNumber : null });
  const told = { at, by, digest: null };
  const content = { addresses, addressesAre: what };
  await note(within, {
    ...told,
    id: `${id} old`,
    terminal,
    kind: "replaced",
    content: { ...content, by: next.serialNumber },
  });
  await note(within, { ...told, id: `${id} new`, terminal: next, kind: "replaces", content: { ...content, old } });
  if (terminal.site !== "") await placeTerminal(within, next.serialNumber, terminal.site);
  return { outcome: "replaced", addresses };
}

/** `next` null: anybody may have them. The row of a plan that gave them keeps them no longer: it is done. */
async function passAddresses(
  within: Within,
  { old, next }: { readonly old: string; readonly next: string | null },
): Promise<readonly string[]> {
  const passed =
    next === null
      ? within.deleteFrom("addresses").where("serial_number", "=", old).returning("address")
      : within
          .updateTable("addresses")
          .set({ serial_number: next, plan: null, place: null })
          .where("serial_number", "=", old)
          .returning("address");
  return (await passed.execute()).map(({ address }) => address).toSorted();
}

type TerminalRow = Selectable<RegisterTables["terminals"]> & { readonly last_actor: string | null };

function toTerminal(row: TerminalRow): RegisteredTerminal {
  return {
    serialNumber: row.serial_number,
    family: row.family,
    model: row.model,
    hostName: row.host_name,
    macs: textsSchema.parse(JSON.parse(row.macs)),
    addresses: textsSchema.parse(JSON.parse(row.addresses)),
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    site: row.site,
    replacedBy: row.replaced_by,
    lastBy: row.last_actor === null ? null : parseActor(row.last_actor),
  };
}
