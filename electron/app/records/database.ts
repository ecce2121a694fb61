// The one file in which this PC records what it does to terminals. Made when it is first written to, readable by its owner
// only; what was written stands on the disk when the call returns.
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Failure, FailureError, makeFailure } from "../../core/failures/failure.ts";
import { tables } from "./tables.ts";

/** Milliseconds that another instance's transaction may take. */
const patience = 5_000;

/** `scripts`: one for each version of the tables. Throws a FailureError: `records-damaged`, `records-newer`, `records-unwritable`. */
export function openDatabase(file: string, scripts: readonly string[] = tables): DatabaseSync {
  return explaining(file, () => {
    makeFile(file);
    const database = new DatabaseSync(file, { timeout: patience, enableForeignKeyConstraints: true });
    try {
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
      checkWhole(database, file);
      migrate(database, file, scripts);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Runs `job`, and says in words what went wrong with the file. */
export function explaining<Value>(file: string, job: () => Value): Value {
  try {
    return job();
  } catch (error) {
    const failure = explain(error, file);
    if (failure === null) throw error;
    throw new FailureError(failure, error);
  }
}

/** One transaction that waits for those of other instances before it begins, not in its middle. */
export function transact<Value>(database: DatabaseSync, job: (database: DatabaseSync) => Value): Value {
  database.exec("BEGIN IMMEDIATE");
  try {
    const value = job(database);
    database.exec("COMMIT");
    return value;
  } catch (error) {
    // A full disk may have ended the transaction already.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** SQLite gives its other files the rights of this one. */
function makeFile(file: string): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
}

function checkWhole(database: DatabaseSync, file: string): void {
  const found = database.prepare("PRAGMA quick_check(1)").get();
  if (found?.["quick_check"] !== "ok") throw new FailureError(makeFailure("records-damaged", { file }));
}

function migrate(database: DatabaseSync, file: string, scripts: readonly string[]): void {
  if (readVersion(database) === scripts.length) return;
  transact(database, () => {
    const version = readVersion(database);
    if (version > scripts.length) throw new FailureError(makeFailure("records-newer", { file }));
    for (const script of scripts.slice(version)) database.exec(script);
    database.exec(`PRAGMA user_version = ${scripts.length}`);
  });
}

function readVersion(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
}

/** Result codes of SQLite that say that what stands in the file is not what was written: CORRUPT and NOTADB. */
const damaged: readonly number[] = [11, 26];

function explain(error: unknown, file: string): Failure | null {
  if (!(error instanceof Error) || error instanceof FailureError) return null;
  // A row that this version cannot understand: SQLite vouches for the bytes, so another version wrote it.
  if (error instanceof z.ZodError) return makeFailure("records-newer", { file });
  const { code = "", errcode, errstr } = error as NodeJS.ErrnoException & { errcode?: number; errstr?: string };
  // The lower octet is the code, the rest says more exactly where.
  if (errcode !== undefined && damaged.includes(errcode & 0xff)) return makeFailure("records-damaged", { file });
  if (code === "ERR_SQLITE_ERROR") return refuseWriting(file, errstr ?? error.message);
  return "syscall" in error ? refuseWriting(file, code) : null;
}

export function refuseWriting(file: string, reason: string): Failure {
  return makeFailure("records-unwritable", { file, reason: `${file}: ${reason}` });
}
