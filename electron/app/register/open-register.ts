// The register that this PC works with: the shared one where a connection string names it, else a file of its own.
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Clock } from "../../core/bytes/surroundings.ts";
import { BenchRegister } from "./bench-register.ts";
import { Outbox } from "./outbox.ts";
import type { Store } from "./store.ts";
import { SqlRegister } from "./sql-register.ts";

export interface RegisterParts {
  /** `postgres://...`, which may hold a password; null: the file. */
  readonly connection: string | null;
  /** Of this app alone. */
  readonly folder: string;
  readonly clock: Pick<Clock, "wallTime" | "delay">;
  /** Unguessable, never twice. */
  readonly newId: () => string;
}

/** Opens nothing yet: what goes wrong is said by the first call. */
export async function openRegister({ connection, folder, clock, newId }: RegisterParts): Promise<BenchRegister> {
  const store = connection === null ? await openFile({ folder, clock, newId }) : await openServer(connection, newId);
  const file = join(folder, "register-outbox.sqlite");
  const outbox = new Outbox({ file, wallTime: () => clock.wallTime() });
  return new BenchRegister(new SqlRegister(store), outbox, {
    name: nameRegister(connection),
    isOwn: connection === null,
  });
}

async function openFile({ folder, clock, newId }: Omit<RegisterParts, "connection">): Promise<Store> {
  const { SqliteStore } = await import("./sqlite-store.ts");
  return new SqliteStore({ file: join(folder, "register.sqlite"), clock, newId });
}

async function openServer(connection: string, newId: () => string): Promise<Store> {
  const { PostgresStore } = await import("./postgres-store.ts");
  return new PostgresStore({ connection, newId });
}

/** The same whichever user and password it is asked with. */
function nameRegister(connection: string | null): string {
  if (connection === null) return "own";
  const { host = "", pathname = "" } = URL.parse(connection) ?? {};
  return createHash("sha256").update(`${host}${pathname}`).digest("hex").slice(0, 32);
}
