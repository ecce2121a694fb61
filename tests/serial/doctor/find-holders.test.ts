import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findHolders, findRunning } from "../../../electron/serial/doctor/gather/find-holders.ts";
import { readPermission } from "../../../electron/serial/doctor/gather/linux.ts";

describe.skipIf(process.platform !== "linux")("a device", () => {
  let path = "";
  let folder = "";
  let holder: ChildProcess | null = null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "counterpart-holders-"));
    path = join(folder, "ttyUSB0");
    writeFileSync(path, "");
  });
  afterEach(() => {
    holder?.stdin?.end();
    holder?.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });
  const look = async (): Promise<unknown> => (await findHolders(path)).map(({ name, isStale }) => [name, isStale]);

  test("is held by the program that has it open, by name", async () => {
    holder = spawn("cat", { stdio: ["pipe", openSync(path, "a"), "ignore"] });
    await expect.poll(look).toEqual([["cat", false]]);
  });

  test("is held by whoever locked it", async () => {
    holder = spawn("flock", [path, "cat"], { stdio: ["pipe", "ignore", "ignore"] });
    await expect.poll(look).toContainEqual(["flock", false]);
  });

  test("that was pulled is said to be held still", async () => {
    holder = spawn("cat", { stdio: ["pipe", openSync(path, "a"), "ignore"] });
    await expect.poll(look).toEqual([["cat", false]]);
    rmSync(path);
    writeFileSync(path, "");
    expect(await look()).toEqual([["cat", true]]);
  });

  test("that nobody has is held by nobody", async () => {
    expect(await look()).toEqual([]);
  });

  test("that only its owner may use is not for the group", async () => {
    expect(await readPermission(path)).toEqual({ may: true, group: null, user: userInfo().username, isPending: false });
  });
});

test("programs are found running by their names", async () => {
  const own = spawn("sleep", ["30"], { stdio: "ignore" });
  try {
    await expect.poll(() => findRunning(["sleep", "no-such-program"])).toEqual(["sleep"]);
  } finally {
    own.kill("SIGKILL");
  }
});
