import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findHeld } from "../../electron/serial/find-held.ts";

// Only Linux tells.
describe.skipIf(process.platform !== "linux")("a device", () => {
  let folder = "";
  let holder: ChildProcess | null = null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "counterpart-held-"));
    for (const name of ["ttyUSB0", "ttyUSB1"]) writeFileSync(join(folder, name), "");
  });
  afterEach(() => {
    holder?.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  function look(): Promise<readonly (boolean | null)[]> {
    return findHeld([join(folder, "ttyUSB0"), join(folder, "ttyUSB1"), join(folder, "missing")]);
  }

  test("that a program has locked is held as long as the program lives, and no other is", async () => {
    holder = spawn("flock", [join(folder, "ttyUSB1"), "cat"], { stdio: ["pipe", "ignore", "ignore"] });
    await expect.poll(look).toEqual([false, true, false]);
    holder.stdin?.end();
    await once(holder, "close");
    expect(await look()).toEqual([false, false, false]);
  });
});
