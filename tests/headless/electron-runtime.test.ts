import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fetchRuntime, findRuntime, mayFetchRuntime } from "../../electron/headless/electron-runtime.ts";

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2025, 0, 31);
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-runtime-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeInstaller(source: string): string {
  const installer = join(folder, "install.cjs");
  writeFileSync(installer, source);
  return installer;
}

const remember = () => ({ environment: {}, memory: join(folder, "cache/electron-failed"), now });

describe("the runtime", () => {
  test("is found by the path that the package's installer wrote, without importing the package", () => {
    const dist = join(folder, "node_modules/electron/dist");
    mkdirSync(dist, { recursive: true });
    writeFileSync(join(dist, "../path.txt"), "electron");
    writeFileSync(join(dist, "../index.js"), "throw new Error('imported')");
    writeFileSync(join(dist, "electron"), "");
    expect(findRuntime(folder)).toBe(join(dist, "electron"));
  });

  test("is not there when only its path was written", () => {
    mkdirSync(join(folder, "node_modules/electron"), { recursive: true });
    writeFileSync(join(folder, "node_modules/electron/path.txt"), "electron");
    expect(findRuntime(folder)).toBeNull();
  });
});

describe("fetching it", () => {
  test.for([
    ["in CI", { CI: "true" }],
    ["when the person turned it off", { COUNTERPART_ELECTRON: "off" }],
  ] as const)("is not tried %s", ([, environment]) => {
    expect(mayFetchRuntime({ ...remember(), environment })).toBe(false);
  });

  test("is tried when nothing speaks against it", () => {
    expect(mayFetchRuntime(remember())).toBe(true);
  });

  test("that fails is remembered for a day, and not longer", async () => {
    const fetched = await fetchRuntime(writeInstaller("process.exit(1)"), 10_000, remember());
    const laterTries = [0, day - 1, day + 1].map((later) => mayFetchRuntime({ ...remember(), now: now + later }));
    expect([fetched, ...laterTries]).toEqual([false, false, false, true]);
  });

  test("that hangs is ended after its time", async () => {
    const pidFile = join(folder, "pid");
    const source = `require("fs").writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000);`;
    const fetched = await fetchRuntime(writeInstaller(source), 1500, remember());
    const pid = Number(readFileSync(pidFile, "utf8"));
    expect(fetched).toBe(false);
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  test("that succeeds leaves no memory of a failure", async () => {
    await fetchRuntime(writeInstaller(""), 10_000, remember());
    expect(existsSync(remember().memory)).toBe(false);
  });

  test("is not kept off by a memory from the future, which a wrong clock left", () => {
    mkdirSync(join(folder, "cache"));
    writeFileSync(remember().memory, String(now + day));
    expect(mayFetchRuntime(remember())).toBe(true);
  });
});
