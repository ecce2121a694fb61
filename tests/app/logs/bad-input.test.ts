// Files that nobody would open on purpose, in the viewer: shown as far as they can be, bounded, and nothing in them is run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { take } from "../../peers/terminal-client.ts";
import { startLogClient } from "./log-client.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-bad-"));
const { client, open, close } = startLogClient(folder);
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const noLease = "Nov 20 10:31:05 pos udhcpc[40]: no lease, failing";
const save = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

async function read(log: string, first: number, count: number): Promise<readonly string[]> {
  return take(await client.call("log.rows", { log, view: 0, first, count })).rows.map(({ text }) => text);
}

test("half a gzip shows what it held, and says so", async () => {
  const packed = gzipSync(`${noLease}\n`.repeat(5000), { level: 0 });
  const { log, lines, sources } = await open(save("half.gz", packed.subarray(0, 50_000)));
  expect([sources[0]?.notes, lines > 100, await read(log, 0, 1)]).toEqual([["cut"], true, [noLease]]);
});

test("a damaged gzip shows what stood before the damage, and says so", async () => {
  const packed = gzipSync(Array.from({ length: 20_000 }, (_, at) => `${noLease} ${at * 7919}\n`).join(""));
  packed.fill(0xff, packed.length - 9000, packed.length - 8000);
  const { sources, lines } = await open(save("damaged.gz", packed));
  expect([sources[0]?.notes, lines < 20_000]).toEqual([["damaged"], true]);
});

test("every octet there is, NULs among them, hides no line between them", async () => {
  const octets = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 31) % 256));
  const { log, lines } = await open(
    save("binary", Buffer.concat([octets, Buffer.from(`\n\0\0${noLease}\0\n`), octets])),
  );
  const { causes } = take(await client.call("log.causes", { log }));
  const evidence = causes.flatMap((each) => each.evidence);
  expect([causes.map(({ cause }) => cause), evidence.map(({ text }) => text.includes(noLease)), lines > 3]).toEqual([
    ["C05"],
    [true],
    true,
  ]);
});

test("lines that end as Windows ends them have their format, their times and their ends", async () => {
  const { log, sources, first, programs } = await open(save("windows", `${noLease}\r\n${noLease}\r\n`));
  expect([sources[0]?.formats, first !== null, programs.length, await read(log, 0, 1)]).toEqual([
    ["syslog"],
    true,
    1,
    [noLease],
  ]);
});

test("what has no times at all stands behind the lines that have some", async () => {
  mkdirSync(join(folder, "mixed"));
  save("mixed/a.bin", "\u0001\u0002\n\u0003\n");
  save("mixed/b.log", `a title\n${noLease}\n`);
  const { log } = await open(join(folder, "mixed"));
  expect(await read(log, 0, 4)).toEqual(["a title", noLease, "\u0001\u0002", "\u0003"]);
});

test("HTML and escape sequences come as the characters that they are", async () => {
  const text = `${noLease} <img src=x onerror=alert(1)> \u001b[2J\u001b]0;title\u0007`;
  const { log } = await open(save("html", `${text}\n`));
  expect(await read(log, 0, 1)).toEqual([text]);
});

test("a line of 20 MB is shown by its beginning, with how much more there is, and so are those behind it", async () => {
  const { log, lines } = await open(save("long", `${"x".repeat(20 * 1024 * 1024)}\n${noLease}\n`));
  const { rows } = take(await client.call("log.rows", { log, view: 0, first: 0, count: 1 }));
  const [first] = rows;
  expect([first?.text.length, (first?.more ?? 0) > 0, await read(log, lines - 1, 1)]).toEqual([2000, true, [noLease]]);
});

test("a file that is gone before it is opened is a failure with a code", async () => {
  const path = save("gone", `${noLease}\n`);
  rmSync(path);
  const opened = await client.call("log.open", { paths: [path], sent: [], captures: [] });
  expect(opened.ok ? "opened" : opened.failure.code).toBe("file-unreadable");
});

test("a file that is taken away while it is open can be read to its end", async () => {
  const path = save("taken", `${noLease}\n`.repeat(1000));
  const { log, lines } = await open(path);
  rmSync(path);
  expect(await read(log, lines - 1, 1)).toEqual([noLease]);
});
