// Which bench this PC is, and where its register is, in a file beside the records that only its owner reads: the connection
// string may hold a password. `COUNTERPART_DATABASE_URL` goes before what stands there.
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";

const benchSchema = z.object({
  /** Lasts; claims are found again by it. */
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(64),
  /** `postgres://...`; null: the register is a file of this PC. */
  database: z.string().nullable().default(null),
});

export type BenchFile = z.infer<typeof benchSchema>;

export interface BenchPlace {
  readonly folder: string;
  readonly newId: () => string;
  /** Of this PC, as its network knows it: the bench's name until a person gives it another. */
  readonly hostName: string;
}

/** Made when it is first asked for. A file that cannot be understood is not touched: its id may be on claims. */
export function readBench({ folder, newId, hostName }: BenchPlace): Result<BenchFile> {
  const file = join(folder, "bench.json");
  try {
    return succeed(benchSchema.parse(JSON.parse(readFileSync(file, "utf8"))));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
      return fail(makeFailure("file-unreadable", { file, reason: nameError(error) }));
    }
  }
  return writeBench(folder, { id: newId(), name: hostName.slice(0, 64) || "bench", database: null });
}

export function writeBench(folder: string, bench: BenchFile): Result<BenchFile> {
  const file = join(folder, "bench.json");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const part = `${file}.${process.pid}.part`;
    writeFileSync(part, `${JSON.stringify(bench, null, 2)}\n`, { mode: 0o600 });
    chmodSync(part, 0o600);
    renameSync(part, file);
    return succeed(bench);
  } catch (error) {
    return fail(makeFailure("register-unwritable", { reason: `${file}: ${nameError(error)}` }));
  }
}

/** Never the file's content, which may hold a password. */
function nameError(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === "string" ? code : "not a bench file";
}
