// Several instances of the app on one file of the register, with a clock of their own.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import { SqliteStore } from "../../../electron/app/register/sqlite-store.ts";
import { SqlRegister } from "../../../electron/app/register/sql-register.ts";
import type { OpenedRegister } from "../../contracts/register-suite.ts";
import { makeRecordsFolder } from "../make-records.ts";

export function openSqliteBenches(folder: string = makeRecordsFolder()): OpenedRegister {
  const file = join(folder, "register.sqlite");
  let passed = 0;
  const clock = {
    wallTime: (): number => Date.parse("2026-11-23T00:00:00Z") + passed,
    delay: (milliseconds: number): Promise<void> => nodeSurroundings.clock.delay(milliseconds),
  };
  return {
    openBench: async () => new SqlRegister(new SqliteStore({ file, clock, newId: () => randomUUID() })),
    pass: async (minutes) => {
      passed += minutes * 60_000;
    },
    remove: async () => undefined,
  };
}
