// The register that this PC works with: the shared one where a connection string names it, else a file of its own.
import { join } from "node:path";
import type { Clock } from "../../core/bytes/surroundings.ts";
import type { Register } from "./register.ts";
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
export async function openRegister({ connection, folder, clock, newId }: RegisterParts): Promise<Register> {
  if (connection === null) {
    const { SqliteStore } = await import("./sqlite-store.ts");
    return new SqlRegister(new SqliteStore({ file: join(folder, "register.sqlite"), clock, newId }));
  }
  const [{ PostgresStore }, { BenchRegister }, { Outbox }] = await Promise.all([
    import("./postgres-store.ts"),
    import("./bench-register.ts"),
    import("./outbox.ts"),
  ]);
  const shared = new SqlRegister(new PostgresStore({ connection, newId }));
  const file = join(folder, "register-outbox.sqlite");
  return new BenchRegister(shared, new Outbox({ file, wallTime: () => clock.wallTime() }));
}
