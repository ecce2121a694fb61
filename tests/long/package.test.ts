// What electron-builder makes of this project for Linux, unpacked, around a stand-in for Electron's runtime: a file with the
// runtime's row of fuses in it. Everything but the runtime itself is real.
import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawIcons } from "../../.ci/packaging/draw-icons.ts";
import { buildPaperCheck } from "../../.ci/packaging/paper-check.ts";
import { placePublicKey } from "../../.ci/packaging/sign-updates.ts";
import { findInstalledBrowser } from "../electron/installed-browser.ts";
import { browserArguments } from "../electron/installed-browser.ts";
import { build, isBuildStale } from "../../electron/headless/build-page.ts";

const root = resolve(import.meta.dirname, "../..");
/** What Electron's program carries before its fuses: this text, the version of the row, how many there are. */
const fuseMark = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const fuseCount = 8;
const [off, on] = [0x30, 0x31];

let folder = "";
let packaged: readonly string[] = [];
let readPackaged: (path: string) => string = () => "";
const publisher = generateKeyPairSync("ed25519");
const inPackage = (path: string): string => join(folder, "packages/linux-unpacked", path);

function writeRuntime(place: string): void {
  mkdirSync(join(place, "locales"), { recursive: true });
  mkdirSync(join(place, "resources"));
  writeFileSync(join(place, "locales/en-US.pak"), "");
  writeFileSync(join(place, "version"), "45.4.1");
  const fuses = Buffer.from([1, fuseCount, ...Array.from({ length: fuseCount }, () => on)]);
  writeFileSync(join(place, "electron"), Buffer.concat([Buffer.from(`program ${fuseMark}`), fuses]), { mode: 0o755 });
}

async function runBuilder(runtime: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [
      join(root, "node_modules/electron-builder/cli.js"),
      ...["--linux", "dir", "--x64", "--publish", "never", "--config", "resources/packaging/electron-builder.json"],
      `-c.electronDist=${runtime}`,
      `-c.directories.output=${join(folder, "packages")}`,
      `-c.linux.icon=${join(folder, "icons/sizes")}`,
    ],
    {
      cwd: root,
      env: { ...process.env, COUNTERPART_UPDATES: "https://updates.example.invalid/" },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 300_000,
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await once(child, "close");
  return child.exitCode === 0 ? "" : output;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-package-"));
  if (isBuildStale(root)) expect(await build(root)).toEqual({ ok: true });
  placePublicKey(root, publisher.privateKey);
  await buildPaperCheck(root);
  await drawIcons(root, join(folder, "icons"), { program: findInstalledBrowser(), flags: browserArguments });
  writeRuntime(join(folder, "runtime"));
  expect(await runBuilder(join(folder, "runtime"))).toBe("");
  const fromBuilder = createRequire(createRequire(import.meta.url).resolve("app-builder-lib"));
  const { listPackage, extractFile } = fromBuilder("@electron/asar") as {
    readonly listPackage: (archive: string, options: object) => readonly string[];
    readonly extractFile: (archive: string, path: string) => Buffer;
  };
  const archive = inPackage("resources/app.asar");
  packaged = listPackage(archive, { isPack: false });
  readPackaged = (path) => extractFile(archive, path).toString();
}, 400_000);

afterAll(() => {
  placePublicKey(root, null);
  rmSync(folder, { recursive: true, force: true });
});

describe("the package", () => {
  test("holds the window, the main process and the descriptions", () => {
    const wanted = ["/out/main/index.js", "/out/preload/index.cjs", "/out/renderer/index.html", "/package.json"];
    const missing = wanted.filter((path) => !packaged.includes(path));
    expect([missing, packaged.some((path) => path.startsWith("/resources/profiles/"))]).toEqual([[], true]);
  });

  test("holds the public half of the key that signs updates, and not the other", () => {
    const key = readPackaged(join("out", "main", "update-key.pem"));
    expect([key, key.includes("PRIVATE")]).toEqual([
      publisher.publicKey.export({ type: "spki", format: "pem" }),
      false,
    ]);
  });

  test("holds no source, no test and no WebSocket host", () => {
    const own = packaged.filter((path) => !path.startsWith("/node_modules"));
    const strays = own.filter((path) => /^\/(electron|renderer|tests|\.ci|dist)(\/|$)|\.tsx?$|\.map$/.test(path));
    const host = packaged.filter((path) =>
      /^\/node_modules\/(ws|electron|vite|@playwright|electron-builder)(\/|$)/.test(path),
    );
    expect([strays, host]).toEqual([[], []]);
  });

  test("keeps the serial port's native part beside the archive, where a system can load it", () => {
    const beside = readdirSync(inPackage("resources/app.asar.unpacked/node_modules"), { recursive: true }).map(String);
    expect(beside.some((path) => path.endsWith(".node"))).toBe(true);
  });

  test("brings the paper check along, for systems that it does not run on", () => {
    expect(readFileSync(inPackage("resources/paper-check.html"), "utf8")).toContain("<script>");
  });

  test("brings the udev rule along", () => {
    const rule = readFileSync(inPackage("resources/70-counterpart.rules"), "utf8");
    expect(rule).toBe(readFileSync(join(root, "resources/packaging/70-counterpart.rules"), "utf8"));
  });

  test("has its program's fuses set: none that lets others run code in it, those that guard the archive", () => {
    const program = readFileSync(inPackage("counterpart"));
    const start = program.indexOf(fuseMark) + fuseMark.length + 2;
    expect([...program.subarray(start, start + fuseCount)]).toEqual([off, on, off, off, on, on, off, off]);
  });
});
