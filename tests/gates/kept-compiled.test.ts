// What Node keeps of the sources: on a small tree of its own, with Node's own word for what it had to compile.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-compiled-"));
  for (const name of ["keep-compiled.js", "compile-sources.ts"])
    cpSync(join(root, ".ci", name), join(folder, ".ci", name));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const part of ["app", "contract", "core", "headless", "host", "serial", "simulator"])
    mkdirSync(join(folder, "electron", part), { recursive: true });
  writeFileSync(join(folder, "electron/app/late.ts"), "export const answer: number = 42;");
  writeFileSync(
    join(folder, "electron/headless/start.ts"),
    'if (import.meta.main) console.log(`answer ${(await import("../app/late.ts")).answer as number}`);',
  );
});

afterEach(() => rmSync(folder, { recursive: true }));

const { NODE_COMPILE_CACHE: _, ...environment } = process.env;

/** What it printed, and how many sources the started process itself compiled. */
function start(): readonly [string, readonly string[]] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import=./.ci/keep-compiled.js", "electron/headless/start.ts"],
    { cwd: folder, encoding: "utf8", timeout: 20_000, env: { ...environment, NODE_DEBUG_NATIVE: "COMPILE_CACHE" } },
  );
  return [stdout.trim(), stderr.split("\n").filter((line) => line.includes("no transpile cache"))];
}

test("what is started for the first time finds itself and what it loads late compiled", () => {
  expect(start()).toEqual(["answer 42", []]);
});

test("a source that was changed is compiled before the next start", () => {
  start();
  const source = join(folder, "electron/app/late.ts");
  writeFileSync(source, "export const answer: number = 43;");
  const later = Date.now() / 1000 + 10;
  utimesSync(source, later, later);
  expect(start()).toEqual(["answer 43", []]);
});

test("a source that cannot be loaded stops only who uses it", () => {
  writeFileSync(join(folder, "electron/core/broken.ts"), 'import "./missing.ts";');
  expect(start()).toEqual(["answer 42", []]);
});

test("where nothing can be kept, it starts all the same", () => {
  writeFileSync(join(folder, ".cache"), "a file where the folder would be");
  expect(start()[0]).toBe("answer 42");
});
