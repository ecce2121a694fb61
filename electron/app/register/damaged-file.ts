// What is to be said of a file of the register that cannot be used. A damaged one is set aside, so that the next call has a
// new one: never fatal, and never silent.
import { existsSync, renameSync } from "node:fs";
import { FailureError, makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result } from "../../core/failures/result.ts";

export interface UsedFile {
  readonly file: string;
  readonly wallTime: () => number;
  /** What has it open lets go of it first. */
  readonly close: () => Promise<void> | void;
}

/** Of an error that opening or using the file threw; any other goes on. */
export async function explainFile(error: unknown, used: UsedFile): Promise<Result<never>> {
  if (!(error instanceof FailureError)) throw error;
  const { file } = used;
  const { code, details } = error.failure;
  if (code === "records-damaged") {
    await used.close();
    return setAside(used);
  }
  if (code === "records-newer") return fail(makeFailure("register-newer", { file }));
  return fail(makeFailure("register-unwritable", { reason: details["reason"] ?? file }));
}

function setAside({ file, wallTime }: UsedFile): Result<never> {
  const aside = `${file}.damaged-${new Date(wallTime()).toISOString().replaceAll(":", "-")}`;
  try {
    // What the write-ahead log holds belongs to the damaged file, and would damage a new one.
    for (const end of ["-shm", "-wal", ""]) {
      if (existsSync(file + end)) renameSync(file + end, aside + end);
    }
  } catch (error) {
    const reason = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : "?";
    return fail(makeFailure("register-unwritable", { reason: `${file}: ${reason}` }));
  }
  return fail(makeFailure("register-set-aside", { file: aside }));
}
