// Where the result goes: a disk that is full, a reader that leaves. As processes of their own, because that is what they are.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { printLog } from "../../electron/headless/standard-output.ts";
import { runProgram } from "../peers/owned-process.ts";
import { runCommandLine } from "./run-command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-output-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = resolve(import.meta.dirname, "../../electron/headless/command-line.ts");
const log = join(folder, "a.log");
writeFileSync(log, "Nov 20 10:31:05 pos udhcpc[40]: no lease, failing\n");

/** `counterpart ARGUMENTS` as a shell would run it. */
function runInShell(words: string): ReturnType<typeof runProgram> {
  const script = `export LC_ALL=C COUNTERPART_DATA='${folder}'; counterpart() { '${process.execPath}' '${entry}' "$@"; }; ${words}`;
  return runProgram("bash", ["-c", script], { input: "" });
}

test.each(["code 91", "--help"])(
  "counterpart %s on a full disk says so and ends as for a file that cannot be written",
  async (words) => {
    const { status, stderr } = await runInShell(`counterpart ${words} >/dev/full`);
    expect([status, stderr.trim()]).toEqual([2, "The file stdout could not be written: the disk is full (ENOSPC)."]);
  },
);

test.each([
  [true, "sale ^[[2J\tok\n"],
  [false, "sale \u001b[2J\tok\n"],
])("what a terminal wrote moves no cursor, and comes as it is to a program (on a screen: %s)", (isTTY, shown) => {
  const { isTTY: before } = process.stdout;
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  process.stdout.isTTY = isTTY;
  printLog("sale \u001b[2J\tok\n");
  process.stdout.isTTY = before;
  const [[text] = []] = write.mock.calls;
  write.mockRestore();
  expect(text).toBe(shown);
});

test("a reader that has left before the result and the words is no failure", async () => {
  const words = `counterpart analyse '${log}' --export '${folder}/masked' 2>&1`;
  const { stderr } = await runInShell(`(sleep 0.1; ${words}; echo "status $?" >&3) 3>&2 | true`);
  expect(stderr.trim()).toEqual("status 0");
});

test("a masked copy that does not fit on the disk is named, and not left there in part", async () => {
  const out = join(folder, "no/such/folder");
  const { status, stderr } = await runCommandLine(["analyse", log, "--export", out]);
  expect([status, stderr.trim(), existsSync(out)]).toEqual([
    2,
    `The file ${out} could not be written: there is no such file or folder (ENOENT). [file-unwritable]`,
    false,
  ]);
});
