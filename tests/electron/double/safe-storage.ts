// As on a system with a key ring: what is encrypted in one run can be read in the next one of the same user folder.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { app } from "./app.ts";

const algorithm = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;

function getKey(): Buffer {
  const path = join(app.getPath("userData"), "key-ring");
  if (!existsSync(path)) writeFileSync(path, randomBytes(32), { mode: 0o600 });
  return readFileSync(path);
}

export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => app.isReady(),
  getSelectedStorageBackend: (): string => "gnome_libsecret",
  encryptStringAsync: async (text: string): Promise<Buffer> => {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, getKey(), nonce);
    const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
  },
  decryptStringAsync: async (
    bytes: Buffer,
  ): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }> => {
    const decipher = createDecipheriv(algorithm, getKey(), bytes.subarray(0, nonceLength));
    decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    const result = decipher.update(bytes.subarray(nonceLength + tagLength)).toString("utf8") + decipher.final("utf8");
    return { result, shouldReEncrypt: false };
  },
};
