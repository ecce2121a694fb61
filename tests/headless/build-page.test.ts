import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isBuildStale, keepWords } from "../../electron/headless/build-page.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "counterpart-build-"));
  for (const name of ["electron/main/index.ts", "renderer/main.tsx", "renderer/ui/old.tsx"]) write(name, 1000);
  for (const name of ["electron", "electron/main", "renderer", "renderer/ui"]) utimesSync(join(root, name), 1000, 1000);
  for (const name of ["out/main/index.js", "out/preload/index.cjs", "out/renderer/index.html"]) write(name, 2000);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, seconds: number): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  utimesSync(path, seconds, seconds);
}

test("a build that is newer than every source is kept", () => {
  expect(isBuildStale(root)).toBe(false);
});

test("one changed source makes the build stale", () => {
  write("renderer/main.tsx", 3000);
  expect(isBuildStale(root)).toBe(true);
});

test("a removed source makes the build stale", () => {
  rmSync(join(root, "renderer/ui/old.tsx"));
  expect(isBuildStale(root)).toBe(true);
});

test("a build that was cut off in the middle is stale", () => {
  rmSync(join(root, "out/renderer/index.html"));
  expect(isBuildStale(root)).toBe(true);
});

test("what the builder says is kept without its colours and without any stack", () => {
  const said = [
    "\u001b[31m[UNHANDLEABLE_ERROR]\u001b[0m Could not create directory: out/main",
    "    at build (file:///builder.js:1:2)",
    "Stack backtrace:",
    "   0: <unknown>",
    "Caused by: Not a directory",
  ];
  expect(keepWords(said.join("\n"))).toBe(
    "[UNHANDLEABLE_ERROR] Could not create directory: out/main\nCaused by: Not a directory",
  );
});
