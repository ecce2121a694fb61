// The register in a file of this PC: opened when it is first needed. A damaged file is set aside, which is said once; the
// next call has a new one.
import { statSync } from "node:fs";
import { Kysely } from "kysely";
import type { Clock } from "../../core/bytes/surroundings.ts";
import { type Result, succeed } from "../../core/failures/result.ts";
import { explaining, openDatabase } from "../records/database.ts";
import { GatheredWrites } from "../records/gathered-writes.ts";
import { explainFile } from "./damaged-file.ts";
import { NodeSqliteDialect } from "./sqlite-dialect.ts";
import { type RowLocks, type Store, Undone, type Within } from "./store.ts";
import { registerScripts, type RegisterTables } from "./tables.ts";
import { transact } from "./transact.ts";

export interface RegisterPlace {
  readonly file: string;
  readonly clock: Pick<Clock, "wallTime" | "delay">;
  readonly newId: () => string;
}

type Job = (within: Within) => Promise<unknown>;

export class SqliteStore implements Store {
  readonly newId: () => string;
  readonly locks: RowLocks;
  readonly #place: RegisterPlace;
  #database: Kysely<RegisterTables> | null = null;
  /** Of the file that is open: another instance may have put a backup in its place. */
  #inode: bigint | null = null;
  readonly #gathered = new GatheredWrites<Job, Result<unknown>>({
    together: (jobs) => this.#writeTogether(jobs),
    alone: (job) => this.#try((database) => transact(database, job)),
  });

  constructor(place: RegisterPlace) {
    this.#place = place;
    this.newId = place.newId;
    this.locks = aloneInTransaction(() => new Date(place.clock.wallTime()).toISOString());
  }

  read<Value>(job: (database: Kysely<RegisterTables>) => Promise<Value>): Promise<Result<Value>> {
    return this.#try(job);
  }

  /** A job that is written with others may be begun twice. */
  async write<Value>(job: (within: Within) => Promise<Value | Undone<Value>>): Promise<Result<Value>> {
    // Each job is answered with its own value.
    return (await this.#gathered.add(job)) as Result<Value>;
  }

  async close(): Promise<void> {
    const database = this.#database;
    this.#database = null;
    await database?.destroy();
  }

  /** One of them that is not to stand would take the others with it: then each is for itself. */
  async #writeTogether(jobs: readonly Job[]): Promise<readonly Result<unknown>[] | null> {
    const done = await this.#try((database) =>
      transact(database, async (within): Promise<readonly unknown[] | null | Undone<null>> => {
        const values: unknown[] = [];
        for (const job of jobs) {
          const value = await job(within);
          if (value instanceof Undone) return new Undone(null);
          values.push(value);
        }
        return values;
      }),
    );
    return done.ok ? (done.value?.map(succeed) ?? null) : jobs.map(() => done);
  }

  async #try<Value>(job: (database: Kysely<RegisterTables>) => Promise<Value>): Promise<Result<Value>> {
    const { file, clock } = this.#place;
    try {
      if (this.#database !== null && this.#inode !== readInode(file)) await this.close();
      this.#database ??= new Kysely<RegisterTables>({
        dialect: new NodeSqliteDialect(openDatabase(file, registerScripts), (time) => clock.delay(time)),
      });
      this.#inode = readInode(file);
      const settled = await Promise.allSettled([job(this.#database)]);
      return succeed(explaining(file, () => unwrap(settled[0])));
    } catch (error) {
      return explainFile(error, { file, wallTime: () => clock.wallTime(), close: () => this.close() });
    }
  }
}

function readInode(file: string): bigint | null {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}

function unwrap<Value>(settled: PromiseSettledResult<Value>): Value {
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
}

/** `BEGIN IMMEDIATE` has kept everybody else out: nothing more needs a lock. */
function aloneInTransaction(now: () => string): RowLocks {
  return {
    async lockOwn(within, { planId, serialNumber }) {
      const rows = await within
        .selectFrom("plan_rows")
        .select("place")
        .where("plan", "=", planId)
        .where((row) => row.or([row("serial_number", "=", serialNumber), row("terminal", "=", serialNumber)]))
        .execute();
      return rows.map(({ place }) => place);
    },
    async pickFree(within, planId) {
      const row = await within
        .selectFrom("plan_rows")
        .select("place")
        .where("plan", "=", planId)
        .where("serial_number", "is", null)
        .where("state", "=", "free")
        .orderBy("place")
        .limit(1)
        .executeTakeFirst();
      return row?.place ?? null;
    },
    async lockRow(within, { planId, place }) {
      const query = within.selectFrom("plan_rows").select("place").where("plan", "=", planId);
      return (await query.where("place", "=", place).executeTakeFirst()) !== undefined;
    },
    async lockPlan(within, planId) {
      return (await within.selectFrom("plans").select("id").where("id", "=", planId).executeTakeFirst()) !== undefined;
    },
    now: async () => now(),
  };
}
