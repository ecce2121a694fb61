import { randomBytes } from "node:crypto";
import { open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { type Failure, makeFailure } from "../core/failures/failure.ts";

/** For the person's eyes only; written beside and renamed, so that there is never half a file. Null when it is done. */
export async function writePrivateFile(
  file: string,
  text: string | Uint8Array,
  { replace }: { readonly replace: boolean },
): Promise<Failure | null> {
  const place = replace ? await realpath(file).catch(() => file) : file;
  const beside = replace ? `${place}.${randomBytes(6).toString("hex")}.part` : file;
  try {
    if (replace && (await isDevice(place))) {
      await writeFile(place, text);
      return null;
    }
    const handle = await open(beside, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (replace) await rename(beside, place);
    return null;
  } catch (error) {
    const { code = "?" } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return makeFailure("file-exists", { file });
    // Half a file is no backup.
    await rm(beside, { force: true }).catch(() => undefined);
    return makeFailure("file-unwritable", { file, reason: code });
  }
}

/** Such as /dev/stdout or a pipe: written to, never replaced. */
async function isDevice(place: string): Promise<boolean> {
  const found = await stat(place).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}
