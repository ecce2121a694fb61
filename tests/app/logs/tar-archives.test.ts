// Archives as terminals' tar makes them, packed here by the real program.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { analyseLogs, type LogReport } from "../../../electron/app/logs/analyse-logs.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-tar-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const noLease = "Nov 20 10:31:05 pos udhcpc[40]: no lease, failing";

async function analyse(path: string): Promise<LogReport> {
  const result = await analyseLogs([path], { exportTo: null, offset: 0, ahead: 0 }, new AbortController().signal);
  if (!result.ok) throw new Error(result.failure.message.en);
  return result.value;
}

/** As GNU tar packs them. */
function packTar(files: Readonly<Record<string, Uint8Array>>, ...options: readonly string[]): string {
  const source = mkdtempSync(join(folder, "tar-"));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(source, name, ".."), { recursive: true });
    writeFileSync(join(source, name), bytes);
  }
  const path = join(source, "packed");
  execFileSync("tar", ["-cf", path, ...options, "-C", source, ...Object.keys(files)]);
  return path;
}

test.each(["ustar", "gnu", "pax", "v7"])(
  "an archive of the form %s names the line of each of its files",
  async (form) => {
    const files = { "var/log/messages": Buffer.from(`x\n${noLease}\n`), "b.log": Buffer.from(`${noLease}\n`) };
    const path = packTar(files, `--format=${form}`);
    const { causes } = await analyse(path);
    expect(causes[0]?.evidence.map(({ file, line }) => [file.slice(path.length), line])).toEqual([
      ["/var/log/messages", 2],
      ["/b.log", 1],
    ]);
  },
);

test.each(["gnu", "pax"])(
  "an archive of the form %s may have long and strange names, which move no cursor",
  async (form) => {
    const name = `${"日志".repeat(30)}/${"long ".repeat(20)}\n\u001b[2J (副本).log`;
    const path = packTar({ [name]: Buffer.from(`${noLease}\n`) }, `--format=${form}`, "-z");
    const { formats } = await analyse(path);
    expect(formats.map(({ file }) => file.slice(path.length + 1))).toEqual([
      name.replaceAll(/[\n\u001b]/g, "\u{fffd}"),
    ]);
  },
);

test("an archive unfolds what is packed in it, around a file that is damaged", async () => {
  const packed = gzipSync(Buffer.from(`${noLease}\n`.repeat(9000)), { level: 0 });
  const broken = Buffer.concat([packed.subarray(0, 100_000), Buffer.alloc(300_000, 7)]);
  const files = { "a.1.gz": gzipSync(`${noLease}\n`), "b.gz": broken, "c.gz": gzipSync(`${noLease}\n`) };
  const { formats, notes } = await analyse(packTar(files, "-z"));
  expect([formats.map(({ file }) => file.slice(-6)), notes.map(({ note }) => note)]).toEqual([
    ["a.1.gz", "d/c.gz"],
    ["damaged"],
  ]);
});

test("an archive that is cut off gives what it held, and says so", async () => {
  const whole = readFileSync(packTar({ "a.log": Buffer.from(`${noLease}\n`.repeat(1000)) }));
  const half = join(folder, "half.tar");
  writeFileSync(half, whole.subarray(0, 20_000));
  const report = await analyse(half);
  expect([report.causes[0]?.cause, report.notes.map(({ note }) => note)]).toEqual(["C05", ["cut"]]);
});

test("an archive in which a bomb is hidden is stopped early", async () => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(300 * 1024 * 1024, 10), { level: 9 }), { level: 9 });
  const report = await analyse(packTar({ "a.gz": bomb }, "-z"));
  expect(report.notes.map(({ note }) => note)).toContain("bomb");
}, 60_000);
