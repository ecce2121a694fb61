// What was built, as it would be packaged: read as text, because what runs it may not be here.
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, matchesGlob, relative, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { build, isBuildStale } from "../../electron/headless/build-page.ts";

const root = resolve(import.meta.dirname, "../..");

beforeAll(async () => {
  if (isBuildStale(root)) expect(await build(root)).toEqual({ ok: true });
}, 120_000);

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(root, name), "utf8"));
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Names of packages that a bundle loads, however it does it. */
function listImports(file: string): readonly string[] {
  const source = readFileSync(join(root, file), "utf8");
  const found = source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["']([\w@][\w@/.:-]*)["']/g);
  return [...found].map(([, name = ""]) => name);
}

describe("the preload bundle", () => {
  test("loads nothing but electron, as a sandbox can load nothing else", () => {
    expect(new Set(listImports("out/preload/index.cjs"))).toEqual(new Set(["electron"]));
  });

  test("comes from a source under thirty lines", () => {
    const lines = readFileSync(join(root, "electron/preload/index.ts"), "utf8").trim().split("\n");
    expect(lines.length).toBeLessThan(30);
  });
});

describe("the packaged desktop app", () => {
  const { files } = readJson("resources/packaging/electron-builder.json") as { readonly files: readonly string[] };
  const packaged = (): readonly string[] =>
    [
      ...listFiles("out"),
      ...listFiles("electron"),
      ...listFiles("renderer"),
      ...listFiles("tests"),
      "package.json",
    ].filter(
      (file) =>
        files.some((pattern) => matchesGlob(file, pattern)) &&
        !files.some((pattern) => pattern.startsWith("!") && matchesGlob(file, pattern.slice(1))),
    );

  test("holds what was built and the description, and no source", () => {
    const outside = packaged().filter((file) => file !== "package.json" && !file.startsWith("out/"));
    expect([outside, packaged().includes("out/main/index.js")]).toEqual([[], true]);
  });

  test("holds no WebSocket host", () => {
    const hosts = packaged().filter((file) =>
      /WebSocketServer|issueAddress/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(hosts).toEqual([]);
  });

  test("does not bring ws along: nothing that it installs depends on it", () => {
    const lock = readJson("package-lock.json") as {
      readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
    };
    const installed = Object.entries(lock.packages).filter(([name, { dev }]) => /(^|\/)ws$/.test(name) && dev !== true);
    expect(installed).toEqual([]);
  });

  test("loads only what it installs, Node's own modules and electron", () => {
    const { dependencies } = readJson("package.json") as { readonly dependencies: Readonly<Record<string, string>> };
    const loaded = packaged()
      .filter((file) => file.startsWith("out/main/"))
      .flatMap(listImports)
      .map((name) =>
        name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/"),
      );
    const unknown = loaded.filter((name) => !isBuiltin(name) && name !== "electron" && !(name in dependencies));
    expect(unknown).toEqual([]);
  });
});
