import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writePrivateFile } from "../../electron/headless/write-private-file.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-file-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a file that is there is left as it is unless it is to be replaced", async () => {
  const file = join(folder, "a");
  writeFileSync(file, "precious");
  const refused = await writePrivateFile(file, "new", { replace: false });
  expect([refused?.code, readFileSync(file, "utf8")]).toEqual(["file-exists", "precious"]);
});

test("replacing makes the file its owner's alone, whatever it was before, and leaves nothing beside it", async () => {
  const file = join(folder, "a");
  writeFileSync(file, "old");
  chmodSync(file, 0o644);
  const done = await writePrivateFile(file, "new", { replace: true });
  expect([done, readFileSync(file, "utf8"), statSync(file).mode & 0o777, readdirSync(folder)]).toEqual([
    null,
    "new",
    0o600,
    ["a"],
  ]);
});

test("a device is written to and stays one", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("bash", ["-c", `mkfifo "${pipe}"`]);
  const [done, heard] = await Promise.all([writePrivateFile(pipe, "text", { replace: true }), readFile(pipe, "utf8")]);
  expect([done, heard, statSync(pipe).isFIFO()]).toEqual([null, "text", true]);
});

test("a folder that is not there is a failure in words", async () => {
  expect((await writePrivateFile(join(folder, "no/a"), "", { replace: true }))?.code).toBe("file-unwritable");
});
