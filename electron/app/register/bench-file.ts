// Which bench this PC is, and where its register is: two files beside the records that only their owner reads.
//
//   bench.json      the bench's lasting id and its name; what others keep there stays as it is
//   register.json   the connection string of a shared register, which may hold a password
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";

const benchSchema = z.looseObject({
  /** Lasts; claims are found again by it. */
  id: z.string().min(1),
  name: z.string(),
  /** Who works at it; empty: not said. */
  operator: z.string().default(""),
});
const registerSchema = z.object({ database: z.string().nullable() });

export type BenchFile = z.infer<typeof benchSchema>;

export interface BenchPlace {
  readonly folder: string;
  readonly newId: () => string;
  /** Of this PC, as its network knows it: the bench's name until a person gives it another. */
  readonly hostName: string;
}

/** Made when it is first asked for. A file that cannot be understood is not touched: its id may be on claims. */
export function readBench({ folder, newId, hostName }: BenchPlace): Result<BenchFile> {
  const read = readOwn(join(folder, "bench.json"), benchSchema);
  if (!read.ok) return read;
  const fresh = { id: newId(), name: hostName || "bench", operator: "" };
  return read.value === null ? writeBench(folder, fresh) : succeed(read.value);
}

export function writeBench(folder: string, bench: BenchFile): Result<BenchFile> {
  const failure = writeOwn(folder, "bench.json", bench);
  return failure ?? succeed(bench);
}

/** `postgres://...`; null: the register is a file of this PC. */
export function readConnection(folder: string): Result<string | null> {
  const read = readOwn(join(folder, "register.json"), registerSchema);
  return read.ok ? succeed(read.value?.database ?? null) : read;
}

export function writeConnection(folder: string, database: string | null): Result<null> {
  return writeOwn(folder, "register.json", { database }) ?? succeed(null);
}

/** Null: it was never written. */
function readOwn<Value>(file: string, schema: z.ZodType<Value>): Result<Value | null> {
  try {
    return succeed(schema.parse(JSON.parse(readFileSync(file, "utf8"))));
  } catch (error) {
    const reason = nameError(error);
    return reason === "ENOENT" ? succeed(null) : fail(makeFailure("file-unreadable", { file, reason }));
  }
}

function writeOwn(folder: string, name: string, content: unknown): Result<never> | null {
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const part = `${file}.${process.pid}.part`;
    writeFileSync(part, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    chmodSync(part, 0o600);
    renameSync(part, file);
    return null;
  } catch (error) {
    return fail(makeFailure("register-unwritable", { reason: `${file}: ${nameError(error)}` }));
  }
}

/** Never the file's content, which may hold a password. */
function nameError(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === "string" ? code : "not written by Counterpart";
}
