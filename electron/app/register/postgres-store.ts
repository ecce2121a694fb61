// The register on a PostgreSQL server that several benches share.
//
// What a transaction locks it locks by row, so that benches wait for each other only where they want the same. Two that want
// the same in another order, or give one terminal two rows, are undone by the server; the loser begins again.
import { Kysely, PostgresDialect, sql } from "kysely";
import { DatabaseError, Pool } from "pg";
import { FailureError, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { explainLoss, nameServer, notAnAddress } from "./postgres-failures.ts";
import { migratePostgres } from "./postgres-scripts.ts";
import type { RowLocks, Store, Undone, Within } from "./store.ts";
import type { RegisterTables } from "./tables.ts";
import { transact } from "./transact.ts";

export interface SharedPlace {
  /** `postgres://...`, which may hold a password: it is never printed. */
  readonly connection: string;
  readonly newId: () => string;
}

/** Milliseconds. A server that takes longer is out of reach for a person who waits at a bench. */
const patience = { connect: 5_000, answer: 15_000 };

/** SQLSTATE: serialization failure, deadlock, and a row that another bench put there first. */
const worthAnotherTry: readonly string[] = ["40001", "40P01", "23505"];
const tries = 8;

export class PostgresStore implements Store {
  readonly newId: () => string;
  readonly locks: RowLocks = lockByRow;
  /** Without user and password. */
  readonly where: string;
  readonly #connection: string;
  #opened: Promise<Kysely<RegisterTables>> | null = null;

  constructor({ connection, newId }: SharedPlace) {
    this.newId = newId;
    this.#connection = connection;
    this.where = nameServer(connection);
  }

  read<Value>(job: (database: Kysely<RegisterTables>) => Promise<Value>): Promise<Result<Value>> {
    return this.#try(job);
  }

  write<Value>(job: (within: Within) => Promise<Value | Undone<Value>>): Promise<Result<Value>> {
    return this.#try(async (database) => {
      for (let left = tries; ; left -= 1) {
        try {
          return await transact(database, job);
        } catch (error) {
          const isWorthIt = error instanceof DatabaseError && worthAnotherTry.includes(error.code ?? "");
          if (left === 1 || !isWorthIt) throw error;
        }
      }
    });
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    await (await opened?.catch(() => null))?.destroy();
  }

  async #try<Value>(job: (database: Kysely<RegisterTables>) => Promise<Value>): Promise<Result<Value>> {
    try {
      return succeed(await job(await this.#open()));
    } catch (error) {
      if (error instanceof FailureError) return fail(error.failure);
      const reason = explainLoss(error);
      if (reason === null) throw error;
      return fail(makeFailure("register-unreachable", { where: this.where, reason }));
    }
  }

  #open(): Promise<Kysely<RegisterTables>> {
    this.#opened ??= this.#connect().catch((error: unknown) => {
      // The server may be back at the next call.
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }

  async #connect(): Promise<Kysely<RegisterTables>> {
    if (this.where === notAnAddress) {
      const reason = "not a connection string such as postgres://USER@HOST/DATABASE";
      throw new FailureError(makeFailure("register-unreachable", { where: this.where, reason }));
    }
    const pool = new Pool({
      connectionString: this.#connection,
      application_name: "counterpart",
      connectionTimeoutMillis: patience.connect,
      query_timeout: patience.answer,
      // So that what a lost bench held is free for the others soon.
      statement_timeout: patience.answer,
      idle_in_transaction_session_timeout: patience.answer,
      keepAlive: true,
      max: 4,
    });
    // Of a connection that nobody waits for just now, in the pool or between two statements: the next one notices.
    pool.on("error", () => undefined);
    pool.on("connect", (client) => client.on("error", () => undefined));
    const database = new Kysely<RegisterTables>({ dialect: new PostgresDialect({ pool }) });
    try {
      await migratePostgres(database, this.where);
      return database;
    } catch (error) {
      await database.destroy();
      throw error;
    }
  }
}

const lockByRow: RowLocks = {
  async lockOwn(within, { planId, serialNumber }) {
    const rows = await within
      .selectFrom("plan_rows")
      .select("place")
      .where("plan", "=", planId)
      .where((row) => row.or([row("serial_number", "=", serialNumber), row("terminal", "=", serialNumber)]))
      .orderBy("place")
      .forUpdate()
      .execute();
    return rows.map(({ place }) => place);
  },
  async pickFree(within, planId) {
    const free = within
      .selectFrom("plan_rows")
      .select("place")
      .where("plan", "=", planId)
      .where("serial_number", "is", null)
      .where("state", "=", "free")
      .orderBy("place")
      .limit(1)
      .forUpdate();
    const unwanted = await free.skipLocked().executeTakeFirst();
    // The last ones may be wanted by a bench that then fails: wait and see.
    const row = unwanted ?? (await free.executeTakeFirst());
    return row?.place ?? null;
  },
  async lockRow(within, { planId, place }) {
    const query = within.selectFrom("plan_rows").select("place").where("plan", "=", planId);
    return (await query.where("place", "=", place).forUpdate().executeTakeFirst()) !== undefined;
  },
  async lockPlan(within, planId, alone) {
    const plan = within.selectFrom("plans").select("id").where("id", "=", planId);
    return (await (alone ? plan.forUpdate() : plan.forShare()).executeTakeFirst()) !== undefined;
  },
  async now(within) {
    const printed = sql<string>`to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    return (await within.selectNoFrom(printed.as("now")).executeTakeFirstOrThrow()).now;
  },
};
