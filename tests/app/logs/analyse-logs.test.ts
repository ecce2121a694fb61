import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { analyseLogs, type LogReport } from "../../../electron/app/logs/analyse-logs.ts";
import { IndexedLog } from "../../../electron/app/logs/indexed-log.ts";
import { openLogs } from "../../../electron/app/logs/open-log.ts";
import { splitWholeLines } from "../../../electron/app/logs/whole-lines.ts";
import { LogAnalysis } from "../../../electron/core/logs/analysis/log-analysis.ts";
import { redactLines } from "../../../electron/core/logs/redaction/redact-lines.ts";
import { writeOrdinaryLine } from "../../core/logs/ordinary-lines.ts";
import { makeCardNumber, maskExpected } from "../../core/logs/card-numbers.ts";
import { disguises, shows } from "../../core/logs/planted-secrets.ts";
import { createDraws } from "../../core/logs/seeded-draws.ts";
import { packMessage } from "../../core/logs/test-messages.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-analysed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const never = new AbortController().signal;
const noLease = "Nov 20 10:31:05 pos udhcpc[40]: no lease, failing";
const gb18030 = Buffer.from([0xb8, 0xc3, 0xd6, 0xd5, 0xb6, 0xcb, 0xd2, 0xd1, 0xcd, 0xa3, 0xd3, 0xc3, 0x0a]);

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function analyse(path: string, exportTo: string | null = null): Promise<LogReport> {
  const result = await analyseLogs([path], { exportTo, offset: 0, ahead: 0 }, never);
  if (!result.ok) throw new Error(result.failure.message.en);
  return result.value;
}

const causesOf = (report: LogReport): readonly (readonly [string, number])[] =>
  report.causes.map(({ cause, count }) => [cause, count]);

test("a cause comes with its count, its time and its lines", async () => {
  const path = save("one", `${noLease}\nNov 20 10:31:06 pos x: fine\n${noLease.replace(":05", ":09")}\n`);
  expect(await analyse(path)).toEqual({
    lines: 3,
    span: {
      first: expect.stringMatching(/-11-20T10:31:05.000Z$/) as unknown,
      last: expect.stringMatching(/10:31:09.000Z$/) as unknown,
      jumps: [],
      restarts: [],
    },
    formats: [{ file: path, formats: ["syslog"] }],
    redactions: { "card-number": 0, track: 0, pin: 0, key: 0, "card-data": 0, hex: 0 },
    causes: [
      {
        cause: "C05",
        count: 2,
        first: expect.stringMatching(/10:31:05.000Z$/) as unknown,
        last: expect.stringMatching(/10:31:09.000Z$/) as unknown,
        evidence: [
          { file: path, line: 1, text: noLease },
          { file: path, line: 3, text: noLease.replace(":05", ":09") },
        ],
      },
    ],
    clocks: [],
    notes: [],
  });
});

test("evidence is masked, and so is what is exported, line by line", async () => {
  const pan = makeCardNumber("622588", 19, []);
  const path = save("pan", `${noLease} for ${pan}\nplain\n`);
  const out = join(folder, "masked");
  const { causes } = await analyse(path, out);
  const masked = `${noLease} for ${maskExpected(pan)}`;
  expect([causes[0]?.evidence[0]?.text, readFileSync(out, "utf8"), statSync(out).mode & 0o777]).toEqual([
    masked,
    `${masked}\nplain\n`,
    0o600,
  ]);
});

test("nothing that is planted survives in an export", async () => {
  const draws = createDraws(99);
  const plants = Array.from({ length: 400 }, () => draws.pick(Object.values(disguises))(draws));
  // A line between the plants keeps two dumps apart.
  const lines = plants.flatMap((plant) => [...plant.lines, "--"]);
  const out = join(folder, "planted-masked");
  await analyse(save("planted", `${lines.join("\n")}\n`), out);
  const masked = readFileSync(out, "utf8").split("\n");
  let at = 0;
  const survivors = plants.filter((plant) => {
    const part = masked.slice(at, at + plant.lines.length);
    at += plant.lines.length + 1;
    return shows(part, plant);
  });
  expect([survivors.map((plant) => plant.lines), masked.length]).toEqual([[], lines.length + 1]);
}, 30_000);

test("where the portions of a file end changes nothing", async () => {
  const draws = createDraws(7);
  const lines = Array.from({ length: 60 }, () => draws.pick(Object.values(disguises))(draws).lines).flat();
  const bytes = Buffer.from(lines.join("\n"));
  const whole = redactLines(lines).lines;
  for (const size of [1, 7, 64, 1000, bytes.length]) {
    const masked: string[] = [];
    const analysis = new LogAnalysis({
      file: "x",
      reference: 0,
      offset: 0,
      ahead: 0,
      onMasked: (line) => masked.push(line),
    });
    for await (const block of splitWholeLines(cut(bytes, size))) analysis.feed(block.bytes);
    analysis.conclude();
    expect(masked).toEqual(whole);
  }
}, 30_000);

async function* cut(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test("the response code of a message in a dump is evidence", async () => {
  const draws = createDraws(5);
  const hexes = Array.from({ length: 60 }, () => packMessage(draws, makeCardNumber("4", 16, [])).hex);
  const path = save(
    "dump",
    `${hexes.map((hex) => `[10:31:05 a.c,1] RECV ${hex}\n[10:31:05 a.c,2] done`).join("\n")}\n`,
  );
  const { causes } = await analyse(path);
  expect([causes.map(({ cause }) => cause).sort(), causes[0]?.evidence[0]?.text]).toEqual([
    ["C21", "C26"],
    expect.stringMatching(/^ISO 8583 0\d10 TPDU 60\d{8} field 39: (?:91|A0)$/),
  ]);
});

test("text in GB18030 is read", async () => {
  expect(causesOf(await analyse(save("gb", gb18030)))).toEqual([["C24", 1]]);
});

test.each([
  ["gzip", (text: string) => gzipSync(text), []],
  ["ZIP", (text: string) => zipSync({ "a.txt": Buffer.from(text) }), []],
  ["half a gzip", (text: string) => gzipSync(text.repeat(2000), { level: 0 }).subarray(0, 50_000), ["cut"]],
  [
    "a gzip with damage",
    (text: string) => Buffer.concat([gzipSync(text.repeat(9000), { level: 0 }), Buffer.alloc(64, 7)]),
    ["damaged"],
  ],
] as const)("%s is read for what it holds", async (name, pack, notes) => {
  const report = await analyse(save(`packed-${name}`, pack(`${noLease}\n`)));
  expect([report.causes[0]?.cause, report.notes.map(({ note }) => note)]).toEqual(["C05", notes]);
});

test("lines that end as Windows ends them have their times and their format", async () => {
  const text = `${noLease}\nNov 20 10:31:06 pos x: fine\n`;
  const report = await analyse(save("crlf", text.replaceAll("\n", "\r\n")));
  expect([report.formats[0]?.formats, report.span.last?.slice(5, 19)]).toEqual([["syslog"], "11-20T10:31:06"]);
});

test("a first line behind Windows' byte order mark has its time", async () => {
  const report = await analyse(save("marked", `\ufeff${noLease}\n`));
  expect([report.formats[0]?.formats, report.span.first]).toEqual([["syslog"], report.span.last]);
  expect(report.span.first).not.toBeNull();
});

test.each(["utf-16le", "utf-16be"])("text in %s, as Windows writes it, is read and masked", async (encoding) => {
  const pan = makeCardNumber("4", 16, []);
  const text = Buffer.from(`\ufeff${noLease} for ${pan}\r\n`, "utf16le");
  const out = join(folder, `${encoding}-masked`);
  const report = await analyse(save(encoding, encoding === "utf-16le" ? text : text.swap16()), out);
  expect([report.causes[0]?.cause, readFileSync(out, "utf8")]).toEqual([
    "C05",
    `${noLease} for ${maskExpected(pan)}\n`,
  ]);
});

test.each([
  ["GB18030, as Windows in China packs them", Buffer.from([0xc8, 0xd5, 0xd6, 0xbe]), "日志.log"],
  ["letters with accents", Buffer.from("é1é2", "latin1"), "é1é2.log"],
])("a ZIP archive's names are read in %s", async (_name, octets, told) => {
  const zip = Buffer.from(zipSync({ "NAME.log": Buffer.from(`${noLease}\n`) }));
  for (let at = zip.indexOf("NAME"); at >= 0; at = zip.indexOf("NAME", at)) octets.copy(zip, at);
  const path = save(`${octets.toString("hex")}.zip`, zip);
  expect((await analyse(path)).formats.map(({ file }) => file.slice(path.length + 1))).toEqual([told]);
});

test("how much of a file was read is told, up to its end", async () => {
  const path = save("told", `${noLease}\n`.repeat(60_000));
  const told: number[] = [];
  const onRead = (file: string, done: number, all: number): void => void told.push(file === path ? done / all : -1);
  await analyseLogs([path], { exportTo: null, offset: 0, ahead: 0, onRead }, never);
  expect([told.length > 1, told.toSorted((a, b) => a - b), told.at(-1)]).toEqual([true, told, 1]);
});

test("a decompression bomb is stopped early", async () => {
  const report = await analyse(save("bomb.gz", gzipSync(Buffer.alloc(300 * 1024 * 1024, 10), { level: 9 })));
  expect([report.notes.map(({ note }) => note), report.lines < 120_000_000]).toEqual([["bomb"], true]);
}, 60_000);

test("a folder is all of its files", async () => {
  const nested = join(folder, "nested/deeper");
  mkdirSync(nested, { recursive: true });
  writeFileSync(join(folder, "nested/a"), `${noLease}\n`);
  writeFileSync(join(nested, "b.gz"), gzipSync(`${noLease}\n`));
  expect(causesOf(await analyse(join(folder, "nested")))).toEqual([["C05", 2]]);
});

describe("bad input", () => {
  test("a line of 64 MB is cut, and what follows it is read", async () => {
    const path = save("long", Buffer.concat([Buffer.alloc(64 * 1024 * 1024, 0x78), Buffer.from(`\n${noLease}\n`)]));
    const report = await analyse(path);
    expect([causesOf(report), report.notes.map(({ note }) => note)]).toEqual([[["C05", 1]], ["line-cut"]]);
  });

  test("a card number at the place where a long line is cut does not stay", async () => {
    const pan = makeCardNumber("4", 16, []);
    const out = join(folder, "long-masked");
    await analyse(save("long-pan", `${`${pan} `.repeat(17_000)}\n`), out);
    expect(readFileSync(out, "utf8")).not.toMatch(/\d{7}/);
  }, 30_000);

  test("binary octets, NULs and escape sequences harm nothing", async () => {
    const octets = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919 + (at >> 5)) & 255));
    const path = save("binary", Buffer.concat([octets, Buffer.from(`\n\x1b[31m${noLease}\x1b[0m\0\0\n`)]));
    expect(causesOf(await analyse(path))).toEqual([["C05", 1]]);
  });

  test("an empty file has no lines", async () => {
    expect(await analyse(save("empty", ""))).toMatchObject({ lines: 0, causes: [], formats: [{ formats: [] }] });
  });

  test("HTML and escape sequences stay text, in the evidence and in the export", async () => {
    const html = `${noLease} <script>alert(1)</script> \x1b[2J\x1b]0;title\x07`;
    const out = join(folder, "html-masked");
    const { causes } = await analyse(save("html", `${html}\n`), out);
    expect([causes[0]?.evidence[0]?.text, readFileSync(out, "utf8")]).toEqual([html, `${html}\n`]);
  });

  test("a ZIP archive that unfolds to too much is stopped early", async () => {
    const bomb = zipSync({ "a.log": new Uint8Array(200 * 1024 * 1024).fill(10) }, { level: 9 });
    const report = await analyse(save("bomb.zip", bomb));
    expect(report.notes.map(({ note }) => note)).toEqual(["bomb"]);
  }, 60_000);

  test("a file that grows while it is read is read as far as it was seen", async () => {
    const path = save("grows", `${noLease}\n`.repeat(40_000));
    const writer = setInterval(() => appendFileSync(path, `${noLease}\n`), 1);
    const report = await analyse(path).finally(() => clearInterval(writer));
    expect(report.causes[0]?.count).toBeGreaterThanOrEqual(40_000);
  });

  test("a file that vanishes between its being found and its being read is a failure, not an empty log", async () => {
    const path = save("vanishes", `${noLease}\n`.repeat(40_000));
    const [file] = await openLogs(path);
    rmSync(path);
    const gone = await analyseLogs([path], { exportTo: null, offset: 0, ahead: 0 }, never);
    const reading = async (): Promise<number> => {
      let bytes = 0;
      for await (const piece of file?.readPieces(() => undefined) ?? []) bytes += piece.bytes.length;
      return bytes;
    };
    await expect(reading()).rejects.toThrow("ENOENT");
    expect(gone.ok ? "" : gone.failure.code).toBe("file-unreadable");
  });

  test.each(["missing", "missing/below"])("%s is a failure with a code", async (name) => {
    const result = await analyseLogs([join(folder, name)], { exportTo: null, offset: 0, ahead: 0 }, never);
    expect([result.ok, result.ok ? "" : result.failure.code]).toEqual([false, "file-unreadable"]);
  });
});

test("restarts a day apart are ordinary, others are not", async () => {
  const boot = (day: number, hour: number): string =>
    `Nov ${day} ${String(hour).padStart(2, "0")}:00:00 pos kernel: Linux version 5.10.0\n${"Nov 18 09:00:01 pos x: y\n".repeat(60).replaceAll("18 09", `${day} ${String(hour).padStart(2, "0")}`)}`;
  const { span } = await analyse(save("boots", boot(18, 3) + boot(19, 3) + boot(19, 11)));
  expect(span.restarts.map(({ daily }) => daily)).toEqual([false, true, false]);
});

describe("an indexed log", () => {
  const options = { reference: Date.UTC(2026, 10, 22), offset: 0, ahead: 0 };

  test("shows the same masked lines as a reading from its beginning, wherever the reading starts", async () => {
    const draws = createDraws(21);
    const lines = Array.from({ length: 1200 }, () =>
      draws.below(3) === 0 ? draws.pick(Object.values(disguises))(draws).lines : [writeOrdinaryLine(draws)],
    ).flat();
    const log = await IndexedLog.open(save("indexed", `${lines.join("\n")}\n`), options);
    await log.extend();
    const whole = redactLines(lines).lines;
    const parts = await Promise.all([0, 1, 300, 777, lines.length - 5].map((from) => log.read(from, 20)));
    await log.close();
    expect(parts).toEqual([0, 1, 300, 777, lines.length - 5].map((from) => whole.slice(from, from + 20)));
  });

  test("follows a file that grows", async () => {
    const path = save("growing", `${noLease}\n`);
    const log = await IndexedLog.open(path, options);
    await log.extend();
    appendFileSync(path, "Nov 20 10:31:07 pos x: more\n");
    await log.extend();
    const [lines, meaningful] = [await log.read(0, 9), log.index.listMeaningful()];
    await log.close();
    expect([lines, Array.from(meaningful)]).toEqual([[noLease, "Nov 20 10:31:07 pos x: more"], [0]]);
  });

  test("gives what is left of a file that shrank", async () => {
    const path = save("shrinking", "one\ntwo\nthree\n");
    const log = await IndexedLog.open(path, options);
    await log.extend();
    truncateSync(path, 4);
    const lines = await log.read(0, 3);
    await log.close();
    expect(lines).toEqual(["one", "", ""]);
  });

  test("knows the time of each line and finds the first one at a time", async () => {
    const path = save("timed", "Nov 20 10:31:05 pos x: a\nNov 20 10:31:59 pos x: b\nNov 20 10:32:00 pos x: c\n");
    const log = await IndexedLog.open(path, options);
    await log.extend();
    const times = [0, 1, 2].map((line) => new Date(log.index.read(line).time).toISOString().slice(5, 19));
    const found = log.index.findTime(Date.UTC(2026, 10, 20, 10, 31, 30));
    await log.close();
    expect([times, found]).toEqual([["11-20T10:31:05", "11-20T10:31:59", "11-20T10:32:00"], 1]);
  });
});
