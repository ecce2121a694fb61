// npm run package: the installers of the system this runs on (or of those named: --win --mac --linux), unsigned unless the
// signing variables of electron-builder are set. COUNTERPART_UPDATES is the address where installed ones look for updates;
// COUNTERPART_UPDATE_KEY, where it is set, the file of the key that signs installers for people who carry them by hand.
//
//   sources -> out/ (paper-check.html too) -> dist/icons, dist/release-notes.md -> electron-builder -> dist/packages (signed)
import { spawn } from "node:child_process";
import type { KeyObject } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "../electron/headless/build-page.ts";
import { findBrowser } from "../electron/headless/find-browser.ts";
import { drawIcons } from "./packaging/draw-icons.ts";
import { buildPaperCheck } from "./packaging/paper-check.ts";
import { findReleaseNotes } from "./packaging/release-notes.ts";
import { placePublicKey, readUpdateKey, signUpdates } from "./packaging/sign-updates.ts";

const root = resolve(import.meta.dirname, "..");

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

/** Gives the release. */
async function prepare(key: KeyObject | null): Promise<string> {
  const built = await build(root);
  if (!built.ok) stop(`The app could not be built.\n${built.output}`);
  placePublicKey(root, key);
  await buildPaperCheck(root);
  const program = findBrowser();
  if (program === null) stop("The icons are drawn by Chromium, Chrome or Edge, and none is installed.");
  const flags = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  await drawIcons(root, join(root, "dist/icons"), { program, flags });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
  const notes = findReleaseNotes(readFileSync(join(root, "CHANGELOG.md"), "utf8"), version);
  if (notes === null) stop(`CHANGELOG.md says nothing of ${version}.`);
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist/release-notes.md"), notes);
  return version;
}

if ((process.env["COUNTERPART_UPDATES"] ?? "") === "") {
  stop("COUNTERPART_UPDATES is not set: the address below which updates are published, for example of a mirror.");
}
const keyFile = process.env["COUNTERPART_UPDATE_KEY"] ?? "";
const key = keyFile === "" ? null : readUpdateKey(keyFile);
const release = await prepare(key);
const builder = spawn(
  process.execPath,
  [
    join(root, "node_modules/electron-builder/cli.js"),
    ...["--config", "resources/packaging/electron-builder.json", "--publish", "never"],
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit" },
);
await once(builder, "close");
if (builder.exitCode === 0 && key !== null) await signUpdates(join(root, "dist/packages"), release, key);
process.exitCode = builder.exitCode ?? 1;
