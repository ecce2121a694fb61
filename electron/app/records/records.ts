// What this PC keeps of pushes: opened when it is first needed, so that a list of ports never touches it.
//
//   read:  no file yet -> null; a damaged file is said, and left where it is
//   write: makes the file; a damaged one is set aside first, and what was to be written is refused once
import { existsSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { FailureError, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { explaining, openDatabase, refuseWriting, transact } from "./database.ts";
import { GatheredWrites } from "./gathered-writes.ts";

export interface RecordsPlace {
  /** Of this app alone. */
  readonly folder: string;
  /** The operating system's name of the person. */
  readonly who: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly wallTime: () => number;
}

type Job = (database: DatabaseSync) => unknown;

export class Records {
  readonly who: string;
  readonly #file: string;
  readonly #wallTime: () => number;
  #database: DatabaseSync | null = null;
  /** Of the file that is open: another instance may have set it aside. */
  #inode: bigint | null = null;
  readonly #gathered = new GatheredWrites<Job, Result<unknown>>({
    together: async (jobs) => {
      const done = this.write((database) => jobs.map((job) => job(database)));
      return done.ok ? done.value.map(succeed) : jobs.map(() => done);
    },
    alone: async (job) => this.write(job),
  });

  constructor({ folder, who, wallTime }: RecordsPlace) {
    this.who = who;
    this.#file = join(folder, "pushes.sqlite");
    this.#wallTime = wallTime;
  }

  /** ISO 8601, UTC. */
  now(): string {
    return new Date(this.#wallTime()).toISOString();
  }

  /** Null when nothing was ever recorded. */
  read<Value>(job: (database: DatabaseSync) => Value): Result<Value | null> {
    if (this.#database === null && !existsSync(this.#file)) return succeed(null);
    return this.#try(job);
  }

  /** One transaction, on the disk when this returns. */
  write<Value>(job: (database: DatabaseSync) => Value): Result<Value> {
    const done = this.#try((database) => transact(database, job));
    if (done.ok || done.failure.code !== "records-damaged") return done;
    return this.#setAside();
  }

  /** The same with what others ask for meanwhile; on the disk when this resolves. A job that throws may be begun twice. */
  async writeSoon<Value>(job: (database: DatabaseSync) => Value): Promise<Result<Value>> {
    // Each job is answered with its own value.
    return (await this.#gathered.add(job)) as Result<Value>;
  }

  close(): void {
    this.#database?.close();
    this.#database = null;
  }

  #try<Value>(job: (database: DatabaseSync) => Value): Result<Value> {
    try {
      const database = this.#open();
      return succeed(explaining(this.#file, () => job(database)));
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return fail(error.failure);
    }
  }

  #open(): DatabaseSync {
    if (this.#database !== null && this.#inode !== readInode(this.#file)) this.close();
    this.#database ??= openDatabase(this.#file);
    this.#inode = readInode(this.#file);
    return this.#database;
  }

  #setAside(): Result<never> {
    this.close();
    const aside = `${this.#file}.damaged-${this.now().replaceAll(":", "-")}`;
    try {
      // What the write-ahead log holds belongs to the damaged file, and would damage a new one.
      for (const end of ["-shm", "-wal", ""]) {
        if (existsSync(this.#file + end)) renameSync(this.#file + end, aside + end);
      }
    } catch (error) {
      const reason = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : "?";
      return fail(refuseWriting(this.#file, reason));
    }
    return fail(makeFailure("records-set-aside", { file: aside }));
  }
}

function readInode(file: string): bigint | null {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
