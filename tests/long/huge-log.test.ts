// A log of 36 million lines and five gigabytes: opened, scrolled to its end, searched, filtered and drawn as any other. Its
// last lines lie behind a hole, which takes no disk, so that they begin where 32 bits do not reach.
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OpenedLogs } from "../../electron/app/logs/opened-logs.ts";
import type { Input, Output } from "../../electron/contract/commands.ts";
import type { LogFilter, openedLogCommands } from "../../electron/contract/opened-logs.ts";
import type { Result } from "../../electron/core/failures/result.ts";
import { writeSyslog } from "../bench/write-syslog.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-huge-"));
const file = join(folder, "syslog");
const portionLines = 500_000;
const gigabyte = 1024 ** 3;
const holeEnd = 5 * gigabyte;
const last = "Nov 29 23:59:59 terminal dhclient[401]: No DHCPOFFERS received, behind the hole";
/** As many as fit where the disk is small: then the hole is most of it. */
const { bavail, bsize } = statfsSync(folder);
const portions = bavail * bsize > 8 * gigabyte ? 72 : 8;

let logs: OpenedLogs;
beforeAll(() => {
  const part = join(folder, "part");
  writeSyslog(part, portionLines);
  const bytes = readFileSync(part);
  const out = openSync(file, "w");
  for (let count = 0; count < portions; count++) writeSync(out, bytes);
  ftruncateSync(out, Math.max(holeEnd, fstatSync(out).size));
  writeSync(out, `\n${last} 1\n${last} 2\n`, fstatSync(out).size);
  closeSync(out);
  logs = new OpenedLogs({ marks: join(folder, "marks"), opensPaths: true });
}, 300_000);
afterAll(async () => {
  await logs.close();
  rmSync(folder, { recursive: true, force: true });
});

type Name = keyof typeof openedLogCommands;
async function get<Asked extends Name>(name: Asked, input: Input<Asked>): Promise<Output<Asked>> {
  const answer = logs.answer()[name] as (input: Input<Asked>, call: unknown) => Promise<Result<Output<Asked>>>;
  const answered = await answer(input, { signal: new AbortController().signal, emit: () => undefined });
  if (!answered.ok) throw new Error(answered.failure.message.en);
  return answered.value;
}

const everything: LogFilter = {
  ...{ search: null, onlyHits: false, sources: null, programs: null, severities: null, causes: null },
  ...{ from: null, to: null, onlyMarked: false },
};

test("more lines and bytes than anybody has are opened, searched, filtered and drawn", {
  timeout: 300_000,
}, async () => {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const { log } = await get("log.open", {
    paths: [file],
    sent: [],
    captures: [],
    live: null,
    placement: { offset: 0, ahead: 0 },
  });
  await expect
    .poll(async () => (await get("log.describe", { log })).isIndexed, { timeout: 240_000, interval: 500 })
    .toBe(true);
  const indexed = performance.now() - started;
  const { lines, sources } = await get("log.describe", { log });
  const end = await get("log.rows", { log, view: 0, first: lines - 2, count: 2 });
  const search = { text: "behind the hole 2", isPattern: false, isCaseSensitive: false };
  const found = await get("log.view", { log, filter: { ...everything, search, onlyHits: true } });
  const hit = await get("log.rows", { log, view: found.view, first: 0, count: 2 });
  const caused = await get("log.view", { log, filter: { ...everything, causes: ["C05"] } });
  const lastCaused = await get("log.rows", { log, view: caused.view, first: caused.rows - 1, count: 1 });
  const drawn = await get("log.timeline", { log, view: 0, buckets: 100 });
  const grown = (process.memoryUsage().rss - before) / lines;
  process.stdout.write(
    `${lines} lines, ${sources[0]?.bytes ?? 0} bytes: indexed in ${(indexed / 1000).toFixed(1)} s, ${grown.toFixed(1)} octets of memory a line\n`,
  );
  expect({
    isWhole: lines > portions * portionLines + 2,
    bytes: (sources[0]?.bytes ?? 0) > holeEnd,
    end: end.rows.map(({ text, cause }) => [text, cause]),
    hit: hit.rows.map(({ line, isHit }) => [line, isHit]),
    lastCaused: lastCaused.rows.map(({ line }) => line),
    counted: drawn.buckets.reduce((sum, { count }) => sum + count, 0) > portions * portionLines,
  }).toEqual({
    isWhole: true,
    bytes: true,
    end: [
      [`${last} 1`, "C05"],
      [`${last} 2`, "C05"],
    ],
    hit: [[lines - 1, true]],
    lastCaused: [lines - 1],
    counted: true,
  });
  // 20 octets of the index, and what views and the reading need besides.
  expect(grown * lines).toBeLessThan(40 * lines + 200 * 1024 * 1024);
});
