// What the command line says when this PC cannot keep records: made to happen, on a damaged file and on a disk that is full.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const entry = resolve(import.meta.dirname, "../../electron/headless/command-line.ts");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-trouble-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("damaged records are said, and the terminal is read all the same", async () => {
  mkdirSync(join(folder, "records"));
  writeFileSync(join(folder, "records/pushes.sqlite"), "no database".repeat(1000));
  const read = await runCommandLine(["read", "--port", "demo:linux"], { variables: { COUNTERPART_DATA: folder } });
  expect([read.status, read.stdout.includes("Counterpart Demo"), read.stderr.includes("[records-damaged]")]).toEqual([
    0,
    true,
    true,
  ]);
}, 60_000);

const isRoot = process.platform === "linux" && process.getuid?.() === 0;

/** A push in a mount namespace of its own, on whose disk there is no room any more from that word on. */
async function pushUntilFull(
  word: RegExp,
): Promise<{ readonly status: number | null; readonly said: string; readonly told: string }> {
  const push = [process.execPath, entry, "push", "--port", "demo:linux-broken", "--fix", "--yes", "--json"].join(" ");
  const script = `mount -t tmpfs -o size=2m none ${folder}&&COUNTERPART_DATA=${folder} LC_ALL=en_US.UTF-8 exec ${push}`;
  const child = spawn("env", ["unshare", "-m", "sh", "-c", script], { timeout: 60_000 });
  let said = "";
  let told = "";
  let isFull = false;
  child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (isFull || !word.test(said)) return;
    isFull = true;
    // It stands still meanwhile, as when the lid is closed.
    child.kill("SIGSTOP");
    execFileSync("env", [
      "nsenter",
      "-t",
      String(child.pid),
      "-m",
      "sh",
      "-c",
      `cat /dev/zero >${folder}/filler 2>&-||:`,
    ]);
    child.kill("SIGCONT");
  });
  child.stdin.end();
  await once(child, "close");
  return { status: child.exitCode, said, told };
}

test.runIf(isRoot)(
  "a disk that fills up in the middle of a push: it goes back, and that its end could not be recorded is said",
  async () => {
    const { status, said, told } = await pushUntilFull(/Sending the new settings/);
    const result = JSON.parse(told) as { readonly outcome: string; readonly recorded: boolean };
    expect([status, result.outcome, result.recorded, said.includes("could not be recorded on this PC")]).toEqual([
      4,
      "rolled-back",
      false,
      true,
    ]);
  },
  60_000,
);
