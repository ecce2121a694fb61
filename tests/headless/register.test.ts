// counterpart register: one bench's afternoon, each command a process of its own.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-register-"));
  // Whoever practises opens the register first: before that, demo terminals have no place in it.
  await call(["register", "list"]);
  await call(["read", "--port", "demo:linux"]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = (args: readonly string[], input = "") =>
  runCommandLine(args, { input, variables: { COUNTERPART_DATA: folder } });

test("a terminal that was read is found, with its settings", async () => {
  const found = await call(["register", "search", "ct-200", "--json"]);
  expect(JSON.parse(found.stdout)).toMatchObject([
    { family: "linux-console", addresses: expect.arrayContaining(["192.168.1.23"]) as unknown },
  ]);
}, 60_000);

test("what a push set is what the register has of the terminal then", async () => {
  await call(["push", "--port", "demo:linux-broken", "--fix", "--yes"]);
  const listed = await call(["register", "search", "ct-100", "--json"]);
  const [terminal] = JSON.parse(listed.stdout) as readonly { readonly serialNumber: string }[];
  const shown = await call(["register", "show", terminal?.serialNumber ?? "", "--json"]);
  const { entries } = JSON.parse(shown.stdout) as {
    readonly entries: readonly { readonly kind: string; readonly content: unknown }[];
  };
  const latest = entries.find(({ kind }) => kind === "settings");
  expect(JSON.stringify(latest?.content)).toContain('"gateway":"192.168.1.1"');
}, 60_000);

test("a sheet is a workbook where one is asked for", async () => {
  const out = join(folder, "terminals.xlsx");
  const exported = await call(["register", "export", "--format", "xlsx", "--out", out]);
  expect([exported.status, readFileSync(out).subarray(0, 2).toString()]).toEqual([0, "PK"]);
}, 60_000);

test("nothing is written in place of a unit that the register does not know", async () => {
  const replaced = await call(["register", "replace", "NOBODY", "--port", "demo:linux-broken", "--yes"]);
  expect([replaced.status, replaced.stderr.includes("[terminal-unregistered]"), replaced.stdout]).toEqual([
    2,
    true,
    "",
  ]);
}, 60_000);

test("a serial number that was never met is said", async () => {
  const shown = await call(["register", "show", "NOBODY"]);
  expect([shown.status, shown.stderr.includes("[terminal-unregistered]")]).toEqual([2, true]);
}, 60_000);

test("a shared register is named without its password, and said to be out of reach", async () => {
  const bench = await call(["register", "bench", "--database-stdin"], "postgres://ann:hunter2@127.0.0.1:1/register\n");
  const listed = await call(["register", "list"]);
  await call(["register", "bench", "--local"]);
  expect(bench.stdout).toContain("127.0.0.1:1/register");
  expect([listed.status, listed.stderr.includes("[register-unreachable]")]).toEqual([3, true]);
  expect([bench.stdout, bench.stderr, listed.stdout, listed.stderr].join("")).not.toContain("hunter2");
}, 60_000);
