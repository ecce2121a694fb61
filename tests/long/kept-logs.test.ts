// counterpart logs --since|--follow|--out, captures list|show|remove|limit and files list|pull on a simulated terminal.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Capture } from "../../electron/contract/captures.ts";
import { call } from "../peers/main-job/call-command-line.ts";
import type { Finished } from "../peers/owned-process.ts";
import { runCommandLine } from "../headless/run-command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-kept-"));
const variables = { COUNTERPART_DATA: join(folder, "data") };
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const unit = ["--port", "demo:xcb", "--family", "xcb"];
const run = (...words: readonly string[]): Promise<Finished> => runCommandLine(words, { variables });

describe("logs that this PC keeps", { timeout: 60_000 }, () => {
  let capture: Capture;
  beforeAll(async () => {
    const { stdout } = await run("logs", "--since", "all", ...unit, "--json");
    capture = (JSON.parse(stdout) as { capture: Capture }).capture;
  }, 60_000);

  test("are shown by their id, exactly as they were kept", async () => {
    const { status, stdout } = await run("captures", "show", capture.id);
    expect([status, stdout]).toEqual([0, readFileSync(capture.parts[0]?.path ?? "", "utf8")]);
  });

  test("are listed as data, with their folder and its limits", async () => {
    const { status, stdout } = await run("captures", "list", "--json");
    const listed = JSON.parse(stdout) as { captures: Capture[]; folder: string; limits: unknown };
    expect([status, listed]).toEqual([
      0,
      { captures: [capture], folder: join(folder, "data/captures"), limits: { days: 90, bytes: 1024 ** 3 } },
    ]);
  });

  test("are kept within limits that a person sets", async () => {
    const { status, stdout } = await run("captures", "limit", "--days", "30", "--megabytes", "64", "--json");
    expect([status, JSON.parse(stdout)]).toEqual([0, { days: 30, bytes: 64 * 1024 * 1024 }]);
  });

  test("are gone from the list and the disk when they are removed, and then unknown", async () => {
    const other = { COUNTERPART_DATA: join(folder, "other") };
    const pulled = await runCommandLine(["logs", "--since", "all", ...unit, "--json"], { variables: other });
    const { id, folder: place } = (JSON.parse(pulled.stdout) as { capture: Capture }).capture;
    const was = existsSync(place);
    const removed = await runCommandLine(["captures", "remove", id, "--json"], { variables: other });
    const again = await runCommandLine(["captures", "remove", id], { variables: other });
    const shown = await runCommandLine(["captures", "show", id], { variables: other });
    expect([was, JSON.parse(removed.stdout), existsSync(place), again.status, shown.status]).toEqual([
      true,
      { removed: id },
      false,
      2,
      2,
    ]);
  });
});

describe("counterpart logs", { timeout: 60_000 }, () => {
  test("saves whole logs where it is told to, for this user's eyes", async () => {
    const out = join(folder, "saved.log");
    const { status, stdout } = await run("logs", "--since", "all", "--out", out, ...unit);
    expect([status, stdout, statSync(out).mode & 0o777, readFileSync(out, "utf8").split("\n").length > 3]).toEqual([
      0,
      "",
      0o600,
      true,
    ]);
  });

  test("shows nothing from a time that is still to come", async () => {
    const { status, stdout } = await run("logs", "--since", "2099-01-01T00:00:00Z", ...unit);
    expect([status, stdout]).toEqual([0, ""]);
  });

  test.for([
    [["--since", "yesterday"], "--since"],
    [["--follow", "--since", "all"], "--follow"],
    [["--follow", "--filter", "PAY"], "--filter"],
    [["--since", "all", "--out", "/nowhere/else"], "/nowhere/else"],
  ] as const)("ends with 2 for %j", async ([words, quoted]) => {
    const { status, stderr } = await run("logs", ...words, ...unit);
    expect([status, stderr]).toEqual([2, expect.stringContaining(quoted)]);
  });

  test("follows until Ctrl-C, into a file too, and ends with 0", async () => {
    const out = join(folder, "followed.log");
    const ended = await call(["logs", "--follow", ...unit, "--out", out, "--json", "--lang", "en"], {
      interruptAtOutput: /timed out/,
    });
    const said = ended.stdout
      .trim()
      .split("\n")
      .map((line) => Object.keys(JSON.parse(line) as object));
    expect([ended.status, said[0], readFileSync(out, "utf8").trim().split("\n").length]).toEqual([
      0,
      ["lines", "lost", "redactions"],
      5,
    ]);
  });
});

test("counterpart files list says what lies in a folder of the terminal", { timeout: 60_000 }, async () => {
  const { status, stdout } = await run("files", "list", "/tmp", ...unit, "--json");
  const { entries } = JSON.parse(stdout) as { entries: readonly { name: string; kind: string; size: number }[] };
  expect([status, entries.map(({ name, kind, size }) => [name, kind, size])]).toEqual([0, [["boot.log", "file", 8]]]);
});
