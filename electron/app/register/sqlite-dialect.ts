// Node's own SQLite behind the query builder. Every transaction waits for those of other instances before it begins, not in
// its middle; and it waits in turns, because SQLite's own waiting would hold up everything else that this process does.
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { CompiledQuery, type DatabaseConnection, type SqliteDatabase, SqliteDialect, SqliteDriver } from "kysely";

/** SQLite's result code when another instance is writing. */
const busy = 5;
/** Milliseconds between two tries, and how many of them. */
const turn = 10;
const turns = 1_000;

export type Delay = (milliseconds: number) => Promise<void>;

class WaitingDriver extends SqliteDriver {
  readonly #delay: Delay;

  constructor(database: SqliteDatabase, delay: Delay) {
    super({ database });
    this.#delay = delay;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    for (let left = turns; ; left -= 1) {
      try {
        await connection.executeQuery(CompiledQuery.raw("begin immediate"));
        return;
      } catch (error) {
        if (left === 0 || !isBusy(error)) throw error;
      }
      await this.#delay(turn);
    }
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  readonly #delay: Delay;

  constructor(database: DatabaseSync, delay: Delay) {
    const adapted = adapt(database);
    super({ database: adapted });
    database.exec("PRAGMA busy_timeout = 0");
    this.#database = adapted;
    this.#delay = delay;
  }

  override createDriver(): SqliteDriver {
    return new WaitingDriver(this.#database, this.#delay);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && ((error as { readonly errcode?: number }).errcode ?? 0) % 256 === busy;
}

function adapt(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = database.prepare(text);
      // Kysely is typed for whatever a driver takes; what the tables declare are texts, numbers and null.
      const bind = (values: readonly unknown[]): SQLInputValue[] => values as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...bind(values)),
        run: (values) => statement.run(...bind(values)),
        iterate: (values) => statement.iterate(...bind(values)),
      };
    },
  };
}
