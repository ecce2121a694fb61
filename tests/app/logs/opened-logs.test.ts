// The viewer's Node side, asked over the contract as the window asks it.
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { OpenedLogs } from "../../../electron/app/logs/opened-logs.ts";
import type { Input, Output } from "../../../electron/contract/commands.ts";
import type { DescribedLog, LogFilter, openedLogCommands } from "../../../electron/contract/opened-logs.ts";
import type { Result } from "../../../electron/core/failures/result.ts";
import { encodeGb18030 } from "../../../electron/core/logs/text/gb18030.ts";
import { makeCardNumber, maskExpected } from "../../core/logs/card-numbers.ts";
import { packMessage } from "../../core/logs/test-messages.ts";
import { createDraws } from "../../core/logs/seeded-draws.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-viewer-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let logs: OpenedLogs;
beforeEach(() => {
  logs = new OpenedLogs({ marks: join(folder, "marks"), opensPaths: true });
});
afterEach(() => logs.close());

type Name = keyof typeof openedLogCommands;

async function ask<Asked extends Name>(name: Asked, input: Input<Asked>): Promise<Result<Output<Asked>>> {
  const answer = logs.answer()[name] as (input: Input<Asked>, call: unknown) => Promise<Result<Output<Asked>>>;
  return answer(input, { signal: new AbortController().signal, emit: () => undefined });
}

async function get<Asked extends Name>(name: Asked, input: Input<Asked>): Promise<Output<Asked>> {
  const answered = await ask(name, input);
  if (!answered.ok) throw new Error(answered.failure.message.en);
  return answered.value;
}

const zone = { offset: 0, ahead: 0 };

function save(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

async function openAll(input: Partial<Input<"log.open">>): Promise<DescribedLog> {
  const opened = await get("log.open", { paths: [], sent: [], captures: [], live: null, placement: zone, ...input });
  for (let described = opened; ; described = await get("log.describe", { log: opened.log })) {
    if (described.isIndexed) return described;
    await sleep(5);
  }
}

const everything: LogFilter = {
  ...{ search: null, onlyHits: false, sources: null, programs: null, severities: null, causes: null },
  ...{ from: null, to: null, onlyMarked: false },
};

async function show(log: string, filter: Partial<LogFilter> = {}): Promise<readonly string[]> {
  const { view } = await get("log.view", { log, filter: { ...everything, ...filter } });
  return (await get("log.rows", { log, view, first: 0, count: 1000 })).rows.map(({ text }) => text);
}

const find = (text: string, isPattern = false, isCaseSensitive = false): Partial<LogFilter> => ({
  search: { text, isPattern, isCaseSensitive },
  onlyHits: true,
});

const day = [
  "Nov 20 10:31:05 pos dhclient[401]: No DHCPOFFERS received.",
  "Nov 20 10:31:06 pos payd[812]: sale 004211 amount=12800",
  "Nov 20 10:31:07 pos kernel: e1000e: eth0 NIC Link is Down",
  "Nov 20 14:31:08 pos payd[812]: 打印机缺纸",
  "Nov 20 14:31:09 pos NetworkManager[77]: <error> device eth0 failed",
] as const;

test("what is searched is found as it is typed, whatever its case and its language", async () => {
  const { log } = await openAll({ paths: [save("searched.log", `${day.join("\n")}\n`)] });
  const found = await Promise.all(
    [find("link is down"), find("缺纸"), find("dhcp|sale", true), find("LINK", false, true)].map((filter) =>
      show(log, filter),
    ),
  );
  expect(found).toEqual([[day[2]], [day[3]], [day[0], day[1]], []]);
});

test("lines in GB18030 are recognised, read, searched and understood", async () => {
  const bytes = encodeGb18030(`${day.join("\n")}\nNov 20 14:31:10 pos payd[812]: 该终端已停用\n`) ?? new Uint8Array();
  const { log, sources } = await openAll({ paths: [save("gb.log", bytes)] });
  const { causes } = await get("log.causes", { log });
  expect([sources[0]?.encoding, await show(log, find("缺纸")), causes.some(({ cause }) => cause === "C24")]).toEqual([
    "gb18030",
    [day[3]],
    true,
  ]);
});

test("a card number is found by no search, plain or by pattern, alone or in a dump", async () => {
  const draws = createDraws(5);
  const pan = makeCardNumber("622588", 19, [0.7, 0.1, 0.9, 0.3, 0.8, 0.2, 0.6, 0.4, 0.5, 0.7, 0.1, 0.9]);
  const { hex } = packMessage(draws, pan);
  const rows = (hex.match(/.{1,32}/g) ?? []).map((row) => (row.match(/../g) ?? []).join(" "));
  const { log } = await openAll({ paths: [save("probed.log", `pan ${pan} ok\ntx\n${rows.join("\n")}\nend\n`)] });
  const octets = (pan.match(/../g) ?? []).join(" ");
  const probes = [find(pan), find(pan.slice(7, 12)), find(`${pan.slice(0, 9)}\\d+`, true), find(octets.slice(9, 20))];
  const hits = await Promise.all(probes.map((filter) => show(log, filter)));
  expect([hits, (await show(log))[0]]).toEqual([[[], [], [], []], `pan ${maskExpected(pan)} ok`]);
});

test("an expression that would never end is answered all the same", async () => {
  const { log } = await openAll({ paths: [save("hostile.log", `${"a".repeat(2000)}b\n`.repeat(20))] });
  const started = performance.now();
  const found = await show(log, find("(a+)+$", true));
  expect([found, performance.now() - started < 3000]).toEqual([[], true]);
});

test.each(["(", "(?=a)b", "(a)\\1", "a{1000}{1000}"])("the expression %s is refused with a reason", async (text) => {
  const { log } = await openAll({ paths: [save("refusing.log", "a\n")] });
  const refused = await ask("log.view", { log, filter: { ...everything, ...find(text, true) } });
  expect(refused.ok ? null : refused.failure.code).toBe("input-invalid");
});

test("lines are filtered by program, severity, cause and time, a line without a time by the one above it", async () => {
  const path = save("filtered.log", `${day.join("\n")}\n  a line that goes on\n`);
  const { log, programs, severities } = await openAll({ paths: [path] });
  const noon = Date.UTC(2026, 10, 20, 12);
  expect([
    programs.map(({ name }) => name).sort(),
    severities,
    await show(log, { programs: ["payd"] }),
    await show(log, { severities: ["error"] }),
    await show(log, { causes: ["C05"] }),
    (await show(log, { from: noon })).length,
    await show(log, { to: noon, causes: ["any"] }),
  ]).toEqual([
    ["", "NetworkManager", "dhclient", "kernel", "payd"],
    { error: 1, warning: 2, info: 0, debug: 0, none: 3 },
    [day[1], day[3]],
    [day[4]],
    [day[0]],
    3,
    [day[0], day[2]],
  ]);
});

test("a rotated set, packed or not, reads as one log in the order in which it was written", async () => {
  const line = (hour: number): string => `Nov 20 0${hour}:00:00 pos x: hour ${hour}\n`;
  save("set/syslog", line(3));
  save("set/syslog.1", line(2));
  save("set/syslog.2.gz", gzipSync(line(1)));
  const { log, sources } = await openAll({ paths: [join(folder, "set")] });
  expect([sources.map(({ name }) => name.split("/").at(-1)), await show(log)]).toEqual([
    ["syslog.2.gz", "syslog.1", "syslog"],
    [1, 2, 3].map((hour) => line(hour).trimEnd()),
  ]);
});

test("several files are merged by time, each with a zone and a clock of its own", async () => {
  const one = save("merged/a.log", "Nov 20 10:00:00 a x: one\nNov 20 10:00:02 a x: three\n");
  const other = save("merged/b.log", "Nov 20 18:00:01 b x: two\n  more of two\nNov 20 18:00:03 b x: four\n");
  const { log } = await openAll({ paths: [one, other] });
  const before = (await show(log)).map((line) => line.split(": ").at(-1));
  await get("log.place", { log, source: 1, placement: { offset: 480, ahead: 0 } });
  const after = (await show(log)).map((line) => line.split(": ").at(-1));
  expect([before, after]).toEqual([
    ["one", "three", "two", "  more of two", "four"],
    ["one", "two", "  more of two", "three", "four"],
  ]);
});

test("the files of an archive are sources of their own, and its masked copy holds no card number", async () => {
  const pan = makeCardNumber("4", 16, []);
  const archive = zipSync({ "a.log": strToU8(`card ${pan}\n`), "b/c.log": strToU8("two\n") });
  const { log, sources } = await openAll({ paths: [save("logs.zip", archive)] });
  const copies = readdirSync(tmpdir())
    .filter((name) => name.startsWith("counterpart-logs-"))
    .flatMap((name) => readdirSync(join(tmpdir(), name)).map((file) => join(tmpdir(), name, file)));
  expect([
    sources.map(({ name }) => name.replace(`${folder}/`, "")),
    await show(log),
    copies.some((path) => readFileSync(path, "utf8").includes(pan)),
  ]).toEqual([["logs.zip/a.log", "logs.zip/b/c.log"], [`card ${maskExpected(pan)}`, "two"], false]);
});

describe("a file that is sent", () => {
  async function send(bytes: Uint8Array, portion: number, name = "sent.log"): Promise<string> {
    let file: string | null = null;
    for (let at = 0; at === 0 || at < bytes.length; at += portion) {
      const data = Buffer.from(bytes.subarray(at, at + portion)).toString("base64");
      const isLast = at + portion >= bytes.length;
      ({ file } = await get("log.send", { file, name, written: Date.UTC(2026, 10, 22), data, isLast }));
    }
    return file ?? "";
  }

  test.each<[string, (text: string) => Uint8Array]>([
    ["plain", strToU8],
    ["packed", (text) => gzipSync(text)],
    ["in an archive", (text) => zipSync({ "x.log": strToU8(text) })],
    ["packed in an archive", (text) => zipSync({ "x.1.gz": gzipSync(text) })],
    ["as Windows writes it", (text) => Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`, "utf16le")],
  ])("%s is read masked, however it is cut", async (_name, pack) => {
    const pan = makeCardNumber("4", 16, []);
    const text = `${day.join("\n")}\ncard ${pan}\n`;
    const { log } = await openAll({ sent: [await send(pack(text), 37)] });
    expect(await show(log)).toEqual([...day, `card ${maskExpected(pan)}`]);
  });

  test("cannot be opened by its path where the window is not the desktop's own", async () => {
    await logs.close();
    logs = new OpenedLogs({ marks: null, opensPaths: false });
    const refused = await ask("log.open", {
      paths: ["/etc/passwd"],
      sent: [],
      captures: [],
      live: null,
      placement: zone,
    });
    expect(refused.ok).toBe(false);
  });
});

test("marks are kept for the log, masked, also when it grew and was opened again", async () => {
  const pan = makeCardNumber("4", 16, []);
  const long = `${"Nov 20 10:00:00 pos x: filler line of some length\n".repeat(1500)}`;
  const path = save("marked.log", long);
  const first = await openAll({ paths: [path] });
  await get("log.mark", { log: first.log, line: 3, text: `who paid with ${pan}?` });
  await get("log.mark", { log: first.log, line: 9, text: "" });
  await get("log.mark", { log: first.log, line: 9, text: null });
  appendFileSync(path, "more\n");
  const again = await openAll({ paths: [path] });
  expect(again.marks.map(({ line, text }) => [line, text])).toEqual([[3, `who paid with ${maskExpected(pan)}?`]]);
});

test("the timeline counts lines, marks gaps and tells the daily restart from others", async () => {
  const boot = (date: number, hour: number): string =>
    `Nov ${date} ${String(hour).padStart(2, "0")}:00:00 pos kernel: Linux version 5.10.0\n` +
    `Nov ${date} ${String(hour).padStart(2, "0")}:00:01 pos x: y\n`.repeat(60);
  const { log } = await openAll({ paths: [save("boots.log", boot(18, 3) + boot(19, 3) + boot(19, 11))] });
  const { buckets, gaps, restarts } = await get("log.timeline", { log, view: 0, buckets: 29 });
  expect([
    buckets.map(({ count }) => count).filter((count) => count > 0),
    gaps.length,
    restarts.map(({ isDaily }) => isDaily),
  ]).toEqual([[61, 61, 61], 2, [false, true, false]]);
});

test("a line of a dump is explained with the message that it belongs to, its card data masked", async () => {
  const pan = makeCardNumber("622588", 19, []);
  const { hex } = packMessage(createDraws(5), pan);
  const rows = (hex.match(/.{1,32}/g) ?? []).map((row) => (row.match(/../g) ?? []).join(" "));
  const { log } = await openAll({ paths: [save("dumped.log", `tx\n${rows.join("\n")}\nend\n`)] });
  const explained = await get("log.explain", { log, line: 3 });
  const fields = explained.message?.fields ?? [];
  expect([
    explained.message?.type,
    fields.some(({ number }) => number === 11),
    JSON.stringify(explained).includes(pan),
  ]).toEqual([`0${hex.match(/0([1-68][0-4]0)/)?.[1] ?? ""}`, true, false]);
});

test("an export carries zone and offset, and a sheet's cells run nothing", async () => {
  const path = save("exported.log", 'Nov 20 10:31:05 pos x: a "b"\n=cmd()\n');
  const { log } = await openAll({ paths: [path], placement: { offset: 480, ahead: 60_000 } });
  const [csv, json, text] = await Promise.all(
    (["csv", "json", "text"] as const).map((format) =>
      get("log.export", { log, view: 0, format, first: 0, end: null, isBegun: false }),
    ),
  );
  expect([
    csv?.text.split("\r\n").slice(1, 3),
    (JSON.parse(json?.text ?? "") as { sources: unknown[] }).sources,
    text?.text.split("\n")[0],
  ]).toEqual([
    [
      `2026-11-20 10:30:05.000,2026-11-20T02:30:05.000Z,UTC+08:00,60,${path},1,,x,,"Nov 20 10:31:05 pos x: a ""b"""`,
      `,,UTC+08:00,60,${path},2,,,,'=cmd()`,
    ],
    [{ name: path, zone: "UTC+08:00", offsetMinutes: 480, clockAheadSeconds: 60 }],
    `# ${path}: UTC+08:00, clock ahead by 60 s`,
  ]);
});

test("two days are compared by the kinds of their messages, numbers aside", async () => {
  const line = (date: number, minute: number, said: string): string =>
    `Nov ${date} 10:${minute}:00 pos payd[${minute}]: ${said}`;
  const text = [
    ...[10, 11, 12].map((minute) => line(19, minute, `sale ${minute} done`)),
    ...[10, 11, 12].map((minute) => line(20, minute, `sale ${minute} done`)),
    ...[20, 21].map((minute) => line(20, minute, `host 10.9.0.${minute} refused`)),
  ].join("\n");
  const { log } = await openAll({ paths: [save("days.log", `${text}\n`)] });
  const side = (date: number): Input<"log.compare">["one"] => ({
    ...{ log, source: null },
    ...{ from: Date.UTC(2026, 10, date), to: Date.UTC(2026, 10, date, 23, 59) },
  });
  const { one, other, kinds, same } = await get("log.compare", { one: side(19), other: side(20) });
  expect([one.lines, other.lines, kinds, same]).toEqual([
    3,
    5,
    [{ kind: "payd[#]: host #.#.#.# refused", one: 0, other: 2, line: 6 }],
    1,
  ]);
});

test("rows are found by line, by time and by the next hit", async () => {
  const { log } = await openAll({ paths: [save("found.log", `${day.join("\n")}\n`)] });
  const { view } = await get("log.view", {
    log,
    filter: { ...everything, search: { text: "payd", isPattern: false, isCaseSensitive: false } },
  });
  const rows = await Promise.all(
    (
      [
        { kind: "number", source: 0, number: 4 },
        { kind: "time", time: Date.UTC(2026, 10, 20, 12) },
        { kind: "hit", from: 2, isForward: true },
        { kind: "hit", from: 2, isForward: false },
        { kind: "meaning", from: 1, isForward: true },
        { kind: "mark", from: 0, isForward: true },
      ] as const
    ).map((wanted) => get("log.find", { log, view, wanted })),
  );
  expect(rows.map(({ row }) => row)).toEqual([3, 3, 3, 1, 2, null]);
});
