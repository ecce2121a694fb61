// The captures that this PC keeps: a folder for each terminal, in it a folder for each pull, in that a file for each
// source; and an index of them.
//
//   captures/D1X4021/2026-11-22 10-05-07 a1b2c3/journal.log, var_log_pos.log.log, capture.json
//   captures/index.sqlite            captures, their parts, where the next pull of a source goes on, the limits
//
// A capture that is being written has a folder that ends in `.part`; it is renamed when everything stands on the disk, and
// in the index only then. Where the next pull goes on is noted in the same transaction.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Capture, CaptureLimits } from "../../contract/captures.ts";
import { FailureError, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { explaining, openDatabase, transact } from "../records/database.ts";
import { insertCapture, listCaptures } from "./capture-rows.ts";
import { type Cursor, cursorSchema } from "./cursor.ts";
import { captureTables } from "./tables.ts";

const defaultLimits: CaptureLimits = { days: 90, bytes: 1024 ** 3 };
/** Milliseconds after which a capture that was never finished is somebody's crash. */
const abandonedAfter = 86_400_000;

export interface CapturePlace {
  readonly folder: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly wallTime: () => number;
}

export class CaptureStore {
  readonly folder: string;
  readonly wallTime: () => number;
  #database: DatabaseSync | null = null;

  constructor({ folder, wallTime }: CapturePlace) {
    this.folder = folder;
    this.wallTime = wallTime;
  }

  get #file(): string {
    return join(this.folder, "index.sqlite");
  }

  /** Where the next pull of a source goes on; null: at its beginning. */
  findCursor(terminal: string, source: string): Result<Cursor | null> {
    return this.#read(null, (database) => {
      const row = database
        .prepare("SELECT cursor FROM cursors WHERE terminal = ? AND source = ?")
        .get(terminal, source);
      if (row === undefined) return null;
      const parsed = cursorSchema.safeParse(JSON.parse(z.string().parse(row["cursor"])));
      return parsed.success ? parsed.data : null;
    });
  }

  /** `capture` null: nothing new came, only the places moved on. */
  keep(
    capture: Capture | null,
    terminal: { readonly name: string; readonly identity: unknown },
    cursors: ReadonlyMap<string, Cursor>,
  ): Result<null> {
    return this.#write((database) => {
      if (capture !== null) insertCapture(database, capture, { ...terminal, root: this.folder });
      const put = database.prepare("INSERT OR REPLACE INTO cursors (terminal, source, cursor) VALUES (?, ?, ?)");
      for (const [source, cursor] of cursors) put.run(terminal.name, source, JSON.stringify(cursor));
      this.#prune(database);
      return null;
    });
  }

  list(terminal: string | null): Result<readonly Capture[]> {
    return this.#read([], (database) => listCaptures(database, this.folder, terminal));
  }

  find(id: string): Result<Capture | null> {
    return this.#read(
      null,
      (database) => listCaptures(database, this.folder, null).find((each) => each.id === id) ?? null,
    );
  }

  remove(id: string): Result<null> {
    const found = this.find(id);
    if (!found.ok) return found;
    const capture = found.value;
    if (capture == null) return fail(makeFailure("input-invalid", { where: "capture", reason: id }));
    return this.#write((database) => {
      this.#drop(database, capture);
      return null;
    });
  }

  pin(id: string, isPinned: boolean): Result<null> {
    return this.#write((database) => {
      database.prepare("UPDATE captures SET is_pinned = ? WHERE id = ?").run(isPinned ? 1 : 0, id);
      return null;
    });
  }

  get limits(): Result<CaptureLimits> {
    return this.#read(defaultLimits, readLimits);
  }

  setLimits(wanted: Partial<CaptureLimits>): Result<CaptureLimits> {
    return this.#write((database) => {
      const limits = { ...readLimits(database), ...wanted };
      database
        .prepare("INSERT OR REPLACE INTO limits (only, days, bytes) VALUES (1, ?, ?)")
        .run(limits.days, limits.bytes);
      this.#prune(database);
      return limits;
    });
  }

  close(): void {
    this.#database?.close();
    this.#database = null;
  }

  #prune(database: DatabaseSync): void {
    const { days, bytes } = readLimits(database);
    const oldest = this.wallTime() - days * 86_400_000;
    let sum = 0;
    for (const [index, capture] of listCaptures(database, this.folder, null).entries()) {
      sum += capture.bytes;
      // The latest stays whatever it needs: somebody has just asked for it.
      if (index > 0 && !capture.isPinned && (sum > bytes || Date.parse(capture.at) < oldest))
        this.#drop(database, capture);
    }
    this.#clearAbandoned();
  }

  #drop(database: DatabaseSync, { id, folder }: Capture): void {
    rmSync(folder, { recursive: true, force: true });
    database.prepare("DELETE FROM captures WHERE id = ?").run(id);
  }

  #clearAbandoned(): void {
    for (const name of readdirSync(this.folder, { recursive: true, encoding: "utf8" })) {
      const path = join(this.folder, name);
      const about = name.endsWith(".part") ? statSync(path, { throwIfNoEntry: false }) : undefined;
      if (about?.isDirectory() === true && about.mtimeMs < this.wallTime() - abandonedAfter) {
        rmSync(path, { recursive: true, force: true });
      }
    }
  }

  /** What is never written has no file: reading makes none. */
  #read<Value>(nothing: Value, job: (database: DatabaseSync) => Value): Result<Value> {
    if (this.#database === null && !existsSync(this.#file)) return succeed(nothing);
    return this.#try(job);
  }

  #write<Value>(job: (database: DatabaseSync) => Value): Result<Value> {
    return this.#try((database) => transact(database, job));
  }

  #try<Value>(job: (database: DatabaseSync) => Value): Result<Value> {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      this.#database ??= openDatabase(this.#file, captureTables);
      const database = this.#database;
      return succeed(explaining(this.#file, () => job(database)));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return fail(error.failure);
    }
  }
}

function readLimits(database: DatabaseSync): CaptureLimits {
  const row = database.prepare("SELECT days, bytes FROM limits").get();
  return row === undefined ? defaultLimits : z.object({ days: z.number(), bytes: z.number() }).parse(row);
}
