// The register's file saved at one moment, and put back: what is put back is proven whole first, and what stood there before
// is kept beside it.
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { explaining, openDatabase } from "../records/database.ts";
import { explainFile } from "./damaged-file.ts";
import { registerScripts } from "./tables.ts";

/** What is there is not overwritten. */
export async function backUpFile(
  file: string,
  to: string,
): Promise<Result<{ readonly file: string; readonly bytes: number }>> {
  if (existsSync(to)) return fail(makeFailure("file-exists", { file: to }));
  try {
    explaining(file, () => {
      const database = new DatabaseSync(file);
      try {
        // One transaction's view, whatever is written meanwhile.
        database.prepare("VACUUM INTO ?").run(to);
      } finally {
        database.close();
      }
    });
    chmodSync(to, 0o600);
    return succeed({ file: to, bytes: statSync(to).size });
  } catch (error) {
    return explainFile(error, { file, wallTime: () => 0, close: () => undefined });
  }
}

export interface RestorePlace {
  /** The register's. */
  readonly file: string;
  readonly wallTime: () => number;
  /** What a person calls the file that is put back; left out: its path. */
  readonly named?: string;
}

/** `keptAs`: what the register held before; null: there was none. Nobody has the register's file open now. */
export async function restoreFile(
  { file, wallTime, named }: RestorePlace,
  from: string,
): Promise<Result<{ readonly keptAs: string | null }>> {
  const part = `${file}.restoring`;
  try {
    rmSync(part, { force: true });
    copyFileSync(from, part);
  } catch (error) {
    return fail(makeFailure("file-unreadable", { file: from, reason: (error as NodeJS.ErrnoException).code ?? "?" }));
  }
  const checked = proveWhole(part, named ?? from);
  if (!checked.ok) {
    for (const end of ["", "-wal", "-shm"]) rmSync(part + end, { force: true });
    return checked;
  }
  const keptAs = existsSync(file) ? `${file}.before-${new Date(wallTime()).toISOString().replaceAll(":", "-")}` : null;
  for (const end of ["", "-wal", "-shm"]) {
    if (keptAs !== null && existsSync(file + end)) renameSync(file + end, keptAs + end);
  }
  renameSync(part, file);
  return succeed({ keptAs });
}

function proveWhole(part: string, from: string): Result<null> {
  try {
    // Before anything is written into it: another program's database would only be given our tables.
    if (!isRegister(part)) return refuse(from);
    const database = openDatabase(part, registerScripts);
    // Back into one file.
    database.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
    database.close();
    return succeed(null);
  } catch {
    // Damaged, newer, or no database at all: the person's file is as it was.
    return refuse(from);
  }
}

function isRegister(part: string): boolean {
  const database = new DatabaseSync(part);
  try {
    return database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'plan_rows'").get() !== undefined;
  } finally {
    database.close();
  }
}

function refuse(from: string): Result<never> {
  return fail(makeFailure("file-unreadable", { file: from, reason: "not a whole register of this version" }));
}
