// The register's scripts on a shared server: one bench runs those that are missing, the others wait for it.
import { type Kysely, sql } from "kysely";
import { FailureError, makeFailure } from "../../core/failures/failure.ts";
import { registerScripts, type RegisterTables } from "./tables.ts";

/** Of this register alone on its server; the number means nothing else. */
const lock = 7_201_144;

/** `where`: for a person who is told. Throws a FailureError: `register-newer`. */
export async function migratePostgres(database: Kysely<RegisterTables>, where: string): Promise<void> {
  await database.transaction().execute(async (within) => {
    await sql`SELECT pg_advisory_xact_lock(${lock})`.execute(within);
    await sql`CREATE TABLE IF NOT EXISTS register_version (version INTEGER NOT NULL)`.execute(within);
    const { rows } = await sql<{ version: number }>`SELECT version FROM register_version`.execute(within);
    const version = rows[0]?.version ?? 0;
    if (version === registerScripts.length) return;
    if (version > registerScripts.length) throw new FailureError(makeFailure("register-newer", { file: where }));
    for (const script of registerScripts.slice(version)) await sql.raw(script).execute(within);
    await sql`DELETE FROM register_version`.execute(within);
    await sql`INSERT INTO register_version (version) VALUES (${registerScripts.length})`.execute(within);
  });
}
