// The register in a file of this PC: opened when it is first needed. A damaged file is set aside, which is said once; the
// next call has a new one.
import { existsSync, renameSync } from "node:fs";
import { Kysely } from "kysely";
import type { Clock } from "../../core/bytes/surroundings.ts";
import { FailureError, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { explaining, openDatabase } from "../records/database.ts";
import { NodeSqliteDialect } from "./sqlite-dialect.ts";
import type { RowLocks, Store, Within } from "./store.ts";
import { Undone } from "./store.ts";
import { registerScripts, type RegisterTables } from "./tables.ts";

export interface RegisterPlace {
  readonly file: string;
  readonly clock: Pick<Clock, "wallTime" | "delay">;
  readonly newId: () => string;
}

export class SqliteStore implements Store {
  readonly newId: () => string;
  readonly locks: RowLocks;
  readonly #place: RegisterPlace;
  #database: Kysely<RegisterTables> | null = null;

  constructor(place: RegisterPlace) {
    this.#place = place;
    this.newId = place.newId;
    this.locks = aloneInTransaction(() => new Date(place.clock.wallTime()).toISOString());
  }

  read<Value>(job: (database: Kysely<RegisterTables>) => Promise<Value>): Promise<Result<Value>> {
    return this.#try(job);
  }

  write<Value>(job: (within: Within) => Promise<Value | Undone<Value>>): Promise<Result<Value>> {
    return this.#try(async (database) => {
      const transaction = await database.startTransaction().execute();
      try {
        const value = await job(transaction);
        await (value instanceof Undone ? transaction.rollback() : transaction.commit()).execute();
        return value instanceof Undone ? value.value : value;
      } catch (error) {
        if (!transaction.isCommitted && !transaction.isRolledBack) {
          // A full disk may have ended it already; what went wrong first is what counts.
          await transaction
            .rollback()
            .execute()
            .catch(() => undefined);
        }
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    const database = this.#database;
    this.#database = null;
    await database?.destroy();
  }

  async #try<Value>(job: (database: Kysely<RegisterTables>) => Promise<Value>): Promise<Result<Value>> {
    const { file, clock } = this.#place;
    try {
      this.#database ??= new Kysely<RegisterTables>({
        dialect: new NodeSqliteDialect(openDatabase(file, registerScripts), (time) => clock.delay(time)),
      });
      const settled = await Promise.allSettled([job(this.#database)]);
      return succeed(explaining(file, () => unwrap(settled[0])));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return this.#explain(error);
    }
  }

  async #explain({ failure }: FailureError): Promise<Result<never>> {
    const { file } = this.#place;
    if (failure.code === "records-damaged") {
      await this.close();
      return this.#setAside();
    }
    if (failure.code === "records-newer") return fail(makeFailure("register-newer", { file }));
    return fail(makeFailure("register-unwritable", { reason: failure.details["reason"] ?? file }));
  }

  #setAside(): Result<never> {
    const { file, clock } = this.#place;
    const aside = `${file}.damaged-${new Date(clock.wallTime()).toISOString().replaceAll(":", "-")}`;
    try {
      // What the write-ahead log holds belongs to the damaged file, and would damage a new one.
      for (const end of ["-shm", "-wal", ""]) {
        if (existsSync(file + end)) renameSync(file + end, aside + end);
      }
    } catch (error) {
      const reason = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : "?";
      return fail(makeFailure("register-unwritable", { reason: `${file}: ${reason}` }));
    }
    return fail(makeFailure("register-set-aside", { file: aside }));
  }
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
