// counterpart register replace, as a script runs it: each command a process of its own, on demo terminals.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { runCommandLine } from "../headless/run-command-line.ts";

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-replace-"));
  // Before somebody opens the register, demo terminals have no place in it.
  await call(["register", "list"]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = (args: readonly string[]) => runCommandLine(args, { variables: { COUNTERPART_DATA: folder } });

const listRegistered = async () =>
  z
    .array(z.object({ serialNumber: z.string(), replacedBy: z.string().nullable() }))
    .parse(JSON.parse((await call(["register", "list", "--json"])).stdout));

async function meetAnother(): Promise<string> {
  const before = await listRegistered();
  await call(["read", "--port", "demo:linux"]);
  const met = (await listRegistered()).find(
    ({ serialNumber }) => !before.some((each) => each.serialNumber === serialNumber),
  );
  return met?.serialNumber ?? "";
}

test("a unit gets another's settings from the register, and both are noted", async () => {
  const old = await meetAnother();
  const replaced = await call(["register", "replace", old, "--port", "demo:linux-broken", "--yes", "--json"]);
  const both = (await listRegistered()).filter((each) => each.serialNumber === old);
  const next = both[0]?.replacedBy ?? "";
  const shown = await call(["register", "show", next]);
  expect([replaced.status, JSON.parse(replaced.stdout)]).toMatchObject([0, { outcome: "confirmed" }]);
  expect(shown.stdout).toContain(`"old":"${old}"`);
}, 60_000);

test("a unit gets another's settings from a backup, and its addresses are for anybody", async () => {
  const old = await meetAnother();
  const backup = join(folder, "old.json");
  await call(["backup", "--port", "demo:linux", "--out", backup]);
  const from = ["--backup", backup, "--free-addresses", "--yes"];
  const replaced = await call(["register", "replace", old, "--port", "demo:linux-broken", ...from]);
  const shown = await call(["register", "show", old]);
  expect([replaced.status, shown.stdout.includes('"addressesAre":"freed"')]).toEqual([0, true]);
}, 60_000);
