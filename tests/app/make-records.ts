// Records in a folder of their own, which goes when the test process does.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Records } from "../../electron/app/records/records.ts";

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function makeRecords(folder: string = makeRecordsFolder(), wallTime: () => number = () => Date.now()): Records {
  return new Records({ folder, who: "tester", wallTime });
}

export function makeRecordsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-records-"));
  folders.push(folder);
  return folder;
}
