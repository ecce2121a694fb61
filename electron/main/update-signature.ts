// What lies beside an update that is installed from a file (`FILE.sig`): who made it, what it is, and for whom. No system checks
// that on Linux, and the others check only that somebody signed: so the key whose other half made this app decides, everywhere.
//
//   line 1   {"format":"counterpart-update","version":1,"file":"...","release":"1.2.0","platform":"linux","arches":["x64"],"sha512":"..."}
//   line 2   Ed25519 over the octets of line 1, base64
import { type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";

const manifestSchema = z.strictObject({
  format: z.literal("counterpart-update"),
  version: z.literal(1),
  /** What the system opens: a name without a place. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,127}\.(?:exe|dmg|deb|AppImage)$/),
  release: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
  platform: z.enum(["win32", "darwin", "linux"]),
  arches: z.array(z.enum(["x64", "arm64"])).min(1),
  /** Of the file, hexadecimal. */
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
});

export type UpdateManifest = Readonly<z.infer<typeof manifestSchema>>;

/** Octets; no signature is as long. */
export const longestSignature = 4096;

export function signUpdate(manifest: UpdateManifest, privateKey: KeyObject): string {
  const line = JSON.stringify(manifestSchema.parse(manifest));
  return `${line}\n${sign(null, Buffer.from(line), privateKey).toString("base64")}\n`;
}

/** Null where that key has not signed it, or what it signed is no update. */
export function readSignature(text: string, publicKey: KeyObject): UpdateManifest | null {
  const [line = "", signature = "", ...rest] = text.split(/\r?\n/);
  if (publicKey.asymmetricKeyType !== "ed25519" || rest.some((more) => more !== "")) return null;
  if (!verify(null, Buffer.from(line), publicKey, Buffer.from(signature, "base64"))) return null;
  const parsed = manifestSchema.safeParse(parse(line));
  return parsed.success ? parsed.data : null;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
