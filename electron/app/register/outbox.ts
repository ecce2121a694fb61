// What a bench still has to tell the shared register, and what it has claimed there: a file of this PC, written before
// anything is told, so that neither a lost connection nor a crash loses a result.
import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Result, succeed } from "../../core/failures/result.ts";
import { explaining, openDatabase, transact } from "../records/database.ts";
import { explainFile } from "./damaged-file.ts";
import type { Claim } from "./register.ts";
import type { NewEntry } from "./terminals.ts";

const outboxScripts: readonly string[] = [
  `
  CREATE TABLE told (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Put twice, it is told once.
    id TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL,
    -- Why the register would not have it; it is kept for a person, and what came after it is told.
    refused TEXT
  ) STRICT;
  CREATE TABLE claims (
    id TEXT PRIMARY KEY,
    content TEXT NOT NULL
  ) STRICT;
  `,
  // Which register it is for: its address may be changed while something waits. Null: whichever is asked next.
  `
  ALTER TABLE told ADD COLUMN register TEXT;
  ALTER TABLE claims ADD COLUMN register TEXT;
  `,
];

const rowSchema = z.object({ place: z.number(), id: z.string(), content: z.string() });

export function nameNote({ id }: Pick<NewEntry, "id">): string {
  return `note ${id}`;
}

/** Of which register: what is for others is left waiting for them. */
export interface Wanted {
  readonly register: string;
  /** Also what is for whichever register is asked. */
  readonly takesAny: boolean;
}

export interface Waiting {
  readonly place: number;
  readonly id: string;
  readonly content: unknown;
}

export class Outbox {
  readonly #file: string;
  readonly #wallTime: () => number;
  #database: DatabaseSync | null = null;

  constructor({ file, wallTime }: { readonly file: string; readonly wallTime: () => number }) {
    this.#file = file;
    this.#wallTime = wallTime;
  }

  /** On the disk when this resolves. `settles`: the claim that is held no longer then. */
  put(told: {
    readonly id: string;
    readonly content: unknown;
    readonly settles: string | null;
    readonly register: string | null;
  }): Promise<Result<null>> {
    return this.#try((database) =>
      transact(database, () => {
        const insert = database.prepare("INSERT OR IGNORE INTO told (id, content, register) VALUES (?, ?, ?)");
        insert.run(told.id, JSON.stringify(told.content), told.register);
        if (told.settles !== null) database.prepare("DELETE FROM claims WHERE id = ?").run(told.settles);
        return null;
      }),
    );
  }

  /** The next one to be told; null: nothing waits. */
  first(wanted: Wanted): Promise<Result<Waiting | null>> {
    return this.#try((database) => {
      const row = database
        .prepare(`SELECT place, id, content FROM told WHERE refused IS NULL AND ${isFor} ORDER BY place LIMIT 1`)
        .get(...bindWanted(wanted));
      if (row === undefined) return null;
      const { place, id, content } = rowSchema.parse(row);
      return { place, id, content: JSON.parse(content) as unknown };
    });
  }

  remove(place: number): Promise<Result<null>> {
    return this.#try((database) => {
      database.prepare("DELETE FROM told WHERE place = ?").run(place);
      return null;
    });
  }

  refuse(place: number, reason: string): Promise<Result<null>> {
    return this.#try((database) => {
      database.prepare("UPDATE told SET refused = ? WHERE place = ?").run(reason, place);
      return null;
    });
  }

  count(wanted: Wanted): Promise<Result<{ readonly waiting: number; readonly refused: number }>> {
    return this.#try((database) => {
      const row = database
        .prepare(`SELECT COUNT(*) AS all_of_them, COUNT(refused) AS refused FROM told WHERE ${isFor}`)
        .get(...bindWanted(wanted));
      const refused = Number(row?.["refused"]);
      return { waiting: Number(row?.["all_of_them"]) - refused, refused };
    });
  }

  holdClaim(register: string, claim: Claim): Promise<Result<null>> {
    return this.#try((database) => {
      insertClaim(database, register, claim);
      return null;
    });
  }

  /** What the register says the bench has, less what is settled here and not told yet. */
  holdClaims(register: string, claims: readonly Claim[]): Promise<Result<readonly Claim[]>> {
    return this.#try((database) =>
      transact(database, () => {
        const settled = database.prepare("SELECT 1 FROM told WHERE substr(id, 1, length(?1) + 1) = ?1 || ' '");
        const held = claims.filter(({ id }) => settled.get(id) === undefined);
        database.prepare(`DELETE FROM claims WHERE ${isFor}`).run(register, 1);
        for (const claim of held) insertClaim(database, register, claim);
        return held;
      }),
    );
  }

  listClaims(register: string): Promise<Result<readonly Claim[]>> {
    return this.#try((database) => {
      const rows = database.prepare(`SELECT content FROM claims WHERE ${isFor} ORDER BY rowid`).all(register, 1);
      // Written by `holdClaim` of this version or an older one: scripts keep them alike.
      return rows.map(({ content }) => JSON.parse(String(content)) as Claim);
    });
  }

  close(): void {
    this.#database?.close();
    this.#database = null;
  }

  async #try<Value>(job: (database: DatabaseSync) => Value): Promise<Result<Value>> {
    const file = this.#file;
    try {
      this.#database ??= openDatabase(file, outboxScripts);
      const database = this.#database;
      return succeed(explaining(file, () => job(database)));
    } catch (error) {
      return explainFile(error, { file, wallTime: this.#wallTime, close: () => this.close() });
    }
  }
}

/** Claims of an earlier version name no register. */
const isFor = "(register = ? OR (register IS NULL AND ?))";

function bindWanted({ register, takesAny }: Wanted): readonly [string, number] {
  return [register, Number(takesAny)];
}

function insertClaim(database: DatabaseSync, register: string, claim: Claim): void {
  database
    .prepare("INSERT OR REPLACE INTO claims (id, content, register) VALUES (?, ?, ?)")
    .run(claim.id, JSON.stringify(claim), register);
}
