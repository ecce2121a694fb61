// A file of one line of a gibibyte, and what follows it: read in a few megabytes of memory.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { analyseLogs } from "../../electron/app/logs/analyse-logs.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-long-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a line of a gibibyte is cut, and what follows it is read, within 200 MB", async () => {
  const path = join(folder, "endless");
  const file = openSync(path, "w");
  const portion = Buffer.alloc(16 * 1024 * 1024, "x");
  for (let count = 0; count < 64; count++) writeSync(file, portion);
  writeSync(file, "\nNov 20 10:31:05 pos udhcpc[40]: no lease, failing\n");
  closeSync(file);
  const before = process.memoryUsage().rss;
  const analysed = await analyseLogs([path], { exportTo: null, offset: 0, ahead: 0 }, new AbortController().signal);
  const grown = process.memoryUsage().rss - before;
  const { causes = [], notes = [] } = analysed.ok ? analysed.value : {};
  expect([causes.map(({ cause }) => cause), notes.map(({ note }) => note), grown < 200 * 1024 * 1024]).toEqual([
    ["C05"],
    ["line-cut"],
    true,
  ]);
});
