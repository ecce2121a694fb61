import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBench, readConnection, writeBench, writeConnection } from "../../../electron/app/register/bench-file.ts";
import { orThrow } from "../../contracts/register-suite.ts";
import { makeRecordsFolder } from "../make-records.ts";

const place = (folder: string) => ({ folder, newId: () => "fresh-id", hostName: "till-7" });

test("a bench keeps the id that it was given first", () => {
  const folder = makeRecordsFolder();
  const first = orThrow(readBench(place(folder)));
  expect(first).toMatchObject({ id: "fresh-id", name: "till-7" });
  expect(orThrow(readBench({ ...place(folder), newId: () => "another" }))).toEqual(first);
});

test("what others keep in the bench's file stays there", () => {
  const folder = makeRecordsFolder();
  writeFileSync(join(folder, "bench.json"), JSON.stringify({ id: "a", name: "b", slots: { "usb 1-2": "left" } }));
  const bench = orThrow(readBench(place(folder)));
  orThrow(writeBench(folder, { ...bench, name: "c" }));
  const kept: unknown = JSON.parse(readFileSync(join(folder, "bench.json"), "utf8"));
  expect(kept).toMatchObject({ id: "a", name: "c", slots: { "usb 1-2": "left" } });
});

test("a connection string is kept where only its owner reads it", () => {
  const folder = makeRecordsFolder();
  orThrow(writeConnection(folder, "postgres://u:hunter2@db/x"));
  expect(orThrow(readConnection(folder))).toBe("postgres://u:hunter2@db/x");
  expect(statSync(join(folder, "register.json")).mode & 0o777).toBe(0o600);
});

test("a file that cannot be understood is left alone, and its content is not repeated", () => {
  const folder = makeRecordsFolder();
  const file = join(folder, "register.json");
  writeFileSync(file, '{"database": "postgres://u:hunter2@db/x"');
  const read = readConnection(folder);
  expect(read).toMatchObject({ ok: false, failure: { code: "file-unreadable" } });
  expect(JSON.stringify(read)).not.toContain("hunter2");
  expect(readFileSync(file, "utf8")).toContain("hunter2");
});
