import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const unit = ["--port", "demo:xcb", "--family", "xcb"];

describe.concurrent("files of a terminal behind a bridge", { timeout: 60_000 }, () => {
  test("are pulled below the captures, under a name of this PC's", async () => {
    const variables = { COUNTERPART_DATA: folder };
    const { status, stdout } = await runCommandLine(["files", "pull", "/tmp/boot.log", ...unit, "--json"], {
      variables,
    });
    const { file } = JSON.parse(stdout) as { file: string };
    expect([status, file.startsWith(`${folder}/captures/`), readFileSync(file, "utf8").length]).toEqual([0, true, 8]);
  });

  test("are not changed before somebody has said that no payment is in progress", async () => {
    const file = join(folder, "x");
    writeFileSync(file, "x");
    const { status, stderr } = await runCommandLine(["files", "push", file, "/tmp/x", ...unit, "--json"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("--yes")]);
  });
});
