// Secrets on the disk only as the operating system sealed them (safeStorage): DPAPI, the Keychain, or a desktop's key ring.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { SafeStorage } from "electron";
import type { SecretKeeper } from "../app/preferences/secret-keeper.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, succeed } from "../core/failures/result.ts";

export type Seal = Pick<
  SafeStorage,
  "isAsyncEncryptionAvailable" | "encryptStringAsync" | "decryptStringAsync" | "getSelectedStorageBackend"
>;

export function keepSecrets(path: string, seal: Seal, platform: NodeJS.Platform): SecretKeeper {
  return {
    keeper: "system",
    read: async () => {
      try {
        return (await seal.decryptStringAsync(readFileSync(path))).result;
      } catch {
        // None was kept, or it was sealed for another person or computer: to be typed again.
        return null;
      }
    },
    keep: async (secret) => {
      try {
        if (secret === null) {
          rmSync(path, { force: true });
          return succeed(null);
        }
        if (!(await isSealed(seal, platform))) return fail(makeFailure("secret-unkept"));
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        writeFileSync(`${path}.part`, await seal.encryptStringAsync(secret), { mode: 0o600 });
        renameSync(`${path}.part`, path);
        return succeed(null);
      } catch {
        rmSync(`${path}.part`, { force: true });
        return fail(makeFailure("secret-unkept"));
      }
    },
  };
}

/** Without a key ring Linux would seal with a password that everybody knows. */
async function isSealed(seal: Seal, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await seal.isAsyncEncryptionAvailable())) return false;
  return platform !== "linux" || !["basic_text", "unknown"].includes(seal.getSelectedStorageBackend());
}
