// One transaction: all of it stands, or nothing. What went wrong first is what is told, also where the way back fails too:
// a full disk may have ended it already, and on a lost connection the server undoes it.
import type { Kysely } from "kysely";
import { Undone, type Within } from "./store.ts";
import type { RegisterTables } from "./tables.ts";

export async function transact<Value>(
  database: Kysely<RegisterTables>,
  job: (within: Within) => Promise<Value | Undone<Value>>,
): Promise<Value> {
  let first: { readonly error: unknown } | null = null;
  const inside = async (within: Within): Promise<Value> => {
    try {
      const value = await job(within);
      if (value instanceof Undone) throw value;
      return value;
    } catch (error) {
      first = { error };
      throw error;
    }
  };
  try {
    // Not a controlled transaction: it keeps its connection for ever when its rollback fails (kysely 0.29).
    return await database.transaction().execute(inside);
  } catch (error) {
    const { error: cause } = (first as { readonly error: unknown } | null) ?? { error };
    if (cause instanceof Undone) return cause.value as Value;
    throw cause;
  }
}
