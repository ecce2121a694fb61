// The register's file over time: older versions, damage, backup and restore.
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import { openDatabase } from "../../../electron/app/records/database.ts";
import { openRegister } from "../../../electron/app/register/open-register.ts";
import { backUpFile, restoreFile } from "../../../electron/app/register/register-backup.ts";
import type { Register } from "../../../electron/app/register/register.ts";
import { registerScripts } from "../../../electron/app/register/tables.ts";
import { orThrow } from "../../contracts/register-suite.ts";
import { makeRecordsFolder } from "../make-records.ts";

const by = { bench: { id: "bench-north", name: "North" }, operator: "Ann" };
const wallTime = (): number => Date.parse("2026-11-23T00:00:00Z");

async function open(folder: string): Promise<Register> {
  const { clock } = nodeSurroundings;
  const register = await openRegister({ connection: null, folder, clock, newId: () => randomUUID() });
  onTestFinished(() => register.close());
  return register;
}

async function keepPlan(register: Register, id: string): Promise<void> {
  const row = { place: 1, serialNumber: "A", site: "", addresses: ["10.0.0.2"], content: null };
  orThrow(await register.keepPlan({ id, name: id, content: null, rows: [row], by }));
}

const listNames = async (register: Register): Promise<readonly string[]> =>
  orThrow(await register.listPlans()).map(({ name }) => name);

test("a register of the first version keeps what it held and learns the rest", async () => {
  const folder = makeRecordsFolder();
  const old = openDatabase(join(folder, "register.sqlite"), registerScripts.slice(0, 1));
  old.exec(`INSERT INTO plans (id, name, at, actor, content) VALUES ('p', 'Old crate', '2026-01-01', '${JSON.stringify(by)}', '{}');
    INSERT INTO plan_rows (plan, place, serial_number, site, addresses, content, at) VALUES ('p', 1, '0042', '', '[]', '{}', '2026-01-01');`);
  old.close();
  const register = await open(folder);
  expect(await listNames(register)).toEqual(["Old crate"]);
  expect(orThrow(await register.claimRow({ planId: "p", serialNumber: "0042", by }))).toMatchObject({
    outcome: "claimed",
  });
  expect(orThrow(await register.findTerminal("0042"))).toBeNull();
});

test("a register of a newer version is left alone", async () => {
  const folder = makeRecordsFolder();
  openDatabase(join(folder, "register.sqlite"), [...registerScripts, "CREATE TABLE later (id TEXT)"]).close();
  expect(await (await open(folder)).listPlans()).toMatchObject({ ok: false, failure: { code: "register-newer" } });
});

test("a damaged register is set aside, which is said once, and a new one is begun", async () => {
  const folder = makeRecordsFolder();
  writeFileSync(join(folder, "register.sqlite"), "no database at all".repeat(100));
  const register = await open(folder);
  expect(await register.listPlans()).toMatchObject({ ok: false, failure: { code: "register-set-aside" } });
  expect(await listNames(register)).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith("register.sqlite.damaged-"))).toHaveLength(1);
});

test("a backup is put back whole, and what was there is kept beside it", async () => {
  const folder = makeRecordsFolder();
  const [file, saved] = [join(folder, "register.sqlite"), join(folder, "saved.sqlite")];
  const register = await open(folder);
  await keepPlan(register, "first");
  expect(orThrow(await backUpFile(file, saved)).bytes).toBe(statSync(saved).size);
  expect(statSync(saved).mode & 0o777).toBe(0o600);
  await keepPlan(await open(makeRecordsFolder()), "elsewhere");
  orThrow(await register.closePlan({ planId: "first", by }));
  await register.close();
  const { keptAs } = orThrow(await restoreFile({ file, wallTime }, saved));
  expect(existsSync(keptAs ?? "")).toBe(true);
  expect(orThrow(await (await open(folder)).listPlans())).toMatchObject([{ name: "first", isClosed: false }]);
});

test("an instance that had the register open sees the one that was put back", async () => {
  const folder = makeRecordsFolder();
  const [file, saved] = [join(folder, "register.sqlite"), join(folder, "saved.sqlite")];
  const [one, other] = [await open(folder), await open(folder)];
  await keepPlan(one, "first");
  orThrow(await backUpFile(file, saved));
  orThrow(await one.keepPlan({ id: "second", name: "second", content: null, rows: [], by }));
  expect(await listNames(other)).toHaveLength(2);
  await one.close();
  orThrow(await restoreFile({ file, wallTime }, saved));
  expect(await listNames(other)).toEqual(["first"]);
});

test("a backup never replaces a file", async () => {
  const folder = makeRecordsFolder();
  const saved = join(folder, "saved.sqlite");
  writeFileSync(saved, "mine");
  const backedUp = await backUpFile(join(folder, "register.sqlite"), saved);
  expect(backedUp).toMatchObject({ ok: false, failure: { code: "file-exists" } });
});

test("a file that is no whole register is not put back", async () => {
  const folder = makeRecordsFolder();
  const [file, other] = [join(folder, "register.sqlite"), join(folder, "other.sqlite")];
  await keepPlan(await open(folder), "mine");
  const stranger = new DatabaseSync(other);
  stranger.exec("CREATE TABLE unrelated (id TEXT)");
  stranger.close();
  const restored = await restoreFile({ file, wallTime }, other);
  expect(restored).toMatchObject({ ok: false, failure: { code: "file-unreadable" } });
  expect(await listNames(await open(folder))).toEqual(["mine"]);
});
