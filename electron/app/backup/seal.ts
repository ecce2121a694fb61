// Secrets under a pass-phrase: scrypt (RFC 7914) makes the key, AES-256-GCM seals, and what stands beside them in the clear
// is bound to them, so that neither part can be exchanged.
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";

const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt);

/** Half a second of one core and 128 MiB for each guess. */
const cost = 2 ** 17;
const largestCost = 2 ** 20;
const base64 = z.base64().max(128 * 1024);

export const sealedSchema = z.strictObject({
  method: z.literal("scrypt+aes-256-gcm"),
  cost: z
    .number()
    .int()
    .min(2 ** 14)
    .max(largestCost),
  salt: base64,
  nonce: base64,
  tag: base64,
  data: base64,
});

export type Sealed = z.infer<typeof sealedSchema>;

export async function seal(text: string, passphrase: string, beside: string): Promise<Sealed> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", await makeKey(passphrase, salt, cost), nonce);
  cipher.setAAD(Buffer.from(beside));
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const print = (bytes: Buffer): string => bytes.toString("base64");
  return {
    method: "scrypt+aes-256-gcm",
    cost,
    salt: print(salt),
    nonce: print(nonce),
    tag: print(cipher.getAuthTag()),
    data: print(data),
  };
}

/** Null when the pass-phrase is another one, or anything was changed. */
export async function unseal(sealed: Sealed, passphrase: string, beside: string): Promise<string | null> {
  const [salt, nonce, tag, data] = [sealed.salt, sealed.nonce, sealed.tag, sealed.data].map((each) =>
    Buffer.from(each, "base64"),
  );
  if (!salt || !nonce || !data || tag?.length !== 16) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", await makeKey(passphrase, salt, sealed.cost), nonce);
    decipher.setAAD(Buffer.from(beside));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

async function makeKey(passphrase: string, salt: Uint8Array, N: number): Promise<Buffer> {
  // The same letters can be typed as different characters (U+00E9 or e with U+0301).
  return derive(passphrase.normalize("NFC"), salt, 32, { N, r: 8, p: 1, maxmem: 129 * N * 8 + 2 ** 20 });
}
