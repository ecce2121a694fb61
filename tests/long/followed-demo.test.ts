// A demo terminal's log, a line every few seconds, read by a program that soon has enough.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runProgram } from "../peers/owned-process.ts";

const entry = resolve(import.meta.dirname, "../../electron/headless/command-line.ts");

test("it is followed until the reader has seen enough", async () => {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-output-"));
  const follow = `COUNTERPART_DATA='${folder}' '${process.execPath}' '${entry}' logs --lang en --port demo:linux-broken --follow`;
  const script = `exec 4>/dev/null; (${follow} 2>&4; echo "status $?" >&3) 3>&2 | head -n 1`;
  const { stdout, stderr } = await runProgram("bash", ["-c", script], { input: "", timeLimit: 60_000 });
  rmSync(folder, { recursive: true, force: true });
  expect([stdout, stderr.trim()]).toEqual([expect.stringContaining("No route to host"), "status 0"]);
}, 70_000);
