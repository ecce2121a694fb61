// Installers -> a signature beside each (`FILE.sig`), by which an installed app takes it from a person's hand. The private key is
// a file that COUNTERPART_UPDATE_KEY names and that never lies in the repository; its public half goes into the app.
//
//   openssl genpkey -algorithm ed25519 -out update-key.pem
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { createReadStream, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { signUpdate, type UpdateManifest } from "../../electron/main/update-signature.ts";

export function readUpdateKey(file: string): KeyObject {
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== "ed25519")
    throw new Error("COUNTERPART_UPDATE_KEY names a key of another kind than Ed25519.");
  return key;
}

/** Where the built app looks for it; without a key it takes no update from a file. */
export function placePublicKey(root: string, key: KeyObject | null): void {
  const place = join(root, "out/main/update-key.pem");
  if (key === null) rmSync(place, { force: true });
  else writeFileSync(place, createPublicKey(key).export({ type: "spki", format: "pem" }));
}

/** Gives the names of those that were signed. */
export async function signUpdates(folder: string, release: string, key: KeyObject): Promise<readonly string[]> {
  const signed: string[] = [];
  for (const file of readdirSync(folder).sort()) {
    const made = recogniseInstaller(file);
    if (made === null) continue;
    const hash = createHash("sha512");
    await pipeline(createReadStream(join(folder, file)), hash);
    const sha512 = hash.digest("hex");
    const manifest = { format: "counterpart-update", version: 1, file, release, ...made, sha512 } as const;
    writeFileSync(join(folder, `${file}.sig`), signUpdate(manifest, key));
    signed.push(file);
  }
  return signed;
}

type Made = Pick<UpdateManifest, "platform" | "arches">;

const both: Made["arches"] = ["x64", "arm64"];
const platforms = { exe: "win32", dmg: "darwin", deb: "linux", AppImage: "linux" } as const;

/** As electron-builder names them; null for what nobody installs from. */
function recogniseInstaller(file: string): Made | null {
  const [, ending = ""] = /\.(exe|dmg|deb|AppImage)$/.exec(file) ?? [];
  if (!(ending in platforms)) return null;
  const platform = platforms[ending as keyof typeof platforms];
  if (/arm64|aarch64/.test(file)) return { platform, arches: ["arm64"] };
  // An installer for Windows and a disk image hold both; an AppImage without a word is for x64.
  const isOne = /x64|x86_64|amd64/.test(file) || platform === "linux";
  return { platform, arches: isOne ? ["x64"] : both };
}
