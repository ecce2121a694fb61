import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beginPush, findInterrupted } from "../../../electron/app/records/kept-push.ts";
import { listPushes } from "../../../electron/app/records/push-log.ts";
import { makeRecords } from "../make-records.ts";
import { makeBegun, till } from "./begun-push.ts";

let folder = "";
const file = (): string => join(folder, "records/pushes.sqlite");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpart-records-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(wallTime?: () => number): ReturnType<typeof makeRecords> {
  return makeRecords(join(folder, "records"), wallTime);
}

function codeOf(result: { readonly ok: boolean; readonly failure?: { readonly code: string } }): string {
  return result.ok ? "ok" : (result.failure?.code ?? "?");
}

/** Records of one push, closed. */
async function fill(): Promise<void> {
  const records = open();
  const begun = await beginPush(records, makeBegun());
  if (begun.ok) await begun.value.end({ outcome: "confirmed", tests: [], failure: null });
  records.close();
}

test("asking what was recorded makes no file", () => {
  const asked = open().read((database) => listPushes(database, 10));
  expect([asked, readdirSync(folder)]).toEqual([{ ok: true, value: null }, []]);
});

test("the file is its owner's alone, also where its folder was open to others", () => {
  writeFileSync(join(folder, "x"), "");
  open().write(() => null);
  chmodSync(join(folder, "records"), 0o755);
  const records = open();
  records.write((database) => database.exec("CREATE TABLE more (x)"));
  const modes = [join(folder, "records"), file(), `${file()}-wal`].map((path) => statSync(path).mode & 0o777);
  records.close();
  expect(modes).toEqual([0o700, 0o600, 0o600]);
});

test("what is written is flushed before the call returns: write-ahead log, synchronous FULL", () => {
  const records = open();
  const settings = records.write((database) => ({
    journal: database.prepare("PRAGMA journal_mode").get()?.["journal_mode"],
    synchronous: database.prepare("PRAGMA synchronous").get()?.["synchronous"],
    version: database.prepare("PRAGMA user_version").get()?.["user_version"],
  }));
  records.close();
  expect(settings).toEqual({ ok: true, value: { journal: "wal", synchronous: 2, version: 3 } });
});

test.each<[string, () => void]>([
  ["is no database", () => writeFileSync(file(), "not a database, and long enough to be taken for one".repeat(200))],
  ["is cut off", () => truncateSync(file(), statSync(file()).size - 4096 * 3)],
  ["has a page of zeros", () => overwrite(4096, 4096)],
])(
  "a file that %s is said when reading, set aside by the next push, and there is none the wiser after",
  async (_name, damage) => {
    await fill();
    damage();
    const records = open();
    const read = records.read((database) => listPushes(database, 10));
    const first = await beginPush(records, makeBegun());
    const again = await beginPush(records, makeBegun());
    records.close();
    const aside = readdirSync(join(folder, "records")).filter((name) => name.includes(".damaged-"));
    expect([codeOf(read), codeOf(first), codeOf(again), aside.length]).toEqual([
      "records-damaged",
      "records-set-aside",
      "ok",
      1,
    ]);
  },
);

function overwrite(from: number, length: number): void {
  const bytes = Buffer.from(new Uint8Array(length));
  const whole = Buffer.from(readWhole());
  bytes.copy(whole, from);
  writeFileSync(file(), whole);
}

function readWhole(): Uint8Array {
  const database = new DatabaseSync(file());
  const size = Number(database.prepare("PRAGMA page_count").get()?.["page_count"]) * 4096;
  database.close();
  return new Uint8Array(size);
}

test("a file of a newer version is neither written nor set aside", async () => {
  await fill();
  const database = new DatabaseSync(file());
  database.exec("PRAGMA user_version = 99");
  database.close();
  const refused = await beginPush(open(), makeBegun());
  expect([codeOf(refused), existsSync(file())]).toEqual(["records-newer", true]);
});

test("a folder that cannot be made refuses the push, and not the reading", async () => {
  writeFileSync(join(folder, "records"), "a file where the folder should be");
  const records = open();
  const read = findInterrupted(records, till);
  const begun = await beginPush(records, makeBegun());
  expect([codeOf(read), codeOf(begun)]).toEqual(["ok", "records-unwritable"]);
});

test("a full disk refuses the push before it begins, and leaves nothing of it", async () => {
  await fill();
  const records = open();
  records.write((database) => {
    const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"]);
    database.exec(`PRAGMA max_page_count = ${pages}`);
  });
  const begun = await beginPush(records, makeBegun({ hostName: "x".repeat(20_000) }));
  const kept = records.read((database) => listPushes(database, 10).length);
  records.close();
  expect([codeOf(begun), kept]).toEqual(["records-unwritable", { ok: true, value: 1 }]);
});

test("a file that another instance has set aside is not written any more", async () => {
  const records = open();
  records.write(() => null);
  renameSync(file(), `${file()}.aside`);
  rmSync(`${file()}-wal`);
  rmSync(`${file()}-shm`);
  const begun = await beginPush(records, makeBegun());
  const kept = open().read((database) => listPushes(database, 10).length);
  records.close();
  expect([codeOf(begun), kept]).toEqual(["ok", { ok: true, value: 1 }]);
});
