// Files that others write to while they are open, and a real shell's log followed into a log of the viewer.
import {
  appendFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { LiveLog } from "../../../electron/app/logs/live-log.ts";
import { createApp } from "../../../electron/app/app.ts";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import { type Client, createClient } from "../../../electron/contract/client.ts";
import type { Output } from "../../../electron/contract/commands.ts";
import { createLoopback } from "../../../electron/contract/loopback-link.ts";
import type { DescribedLog, LogFilter } from "../../../electron/contract/opened-logs.ts";
import { serve } from "../../../electron/contract/server.ts";
import { succeed } from "../../../electron/core/failures/result.ts";
import { makeCardNumber, maskExpected } from "../../core/logs/card-numbers.ts";
import { type ShellOnTerminal, startShell } from "../../core/dialects/linux-console/shell-on-terminal.ts";
import { findObstacle } from "../../peers/system-packages.ts";
import { describeConnection, take } from "../../peers/terminal-client.ts";
import { makeRecords, makeRecordsFolder } from "../make-records.ts";
import { noPorts } from "../no-ports.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-growing-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pan = makeCardNumber("622588", 19, [0.2, 0.6, 0.1]);
const everything: LogFilter = {
  ...{ search: null, onlyHits: true, sources: null, programs: null, severities: null, causes: null },
  ...{ from: null, to: null, onlyMarked: false },
};
let client: Client;
let terminal: ShellOnTerminal | null = null;
const ends: (() => Promise<void>)[] = [];

beforeEach(() => {
  const app = createApp({
    openPort: async () => succeed((terminal = startShell("dash")).port),
    ...noPorts,
    surroundings: nodeSurroundings,
    records: makeRecords(),
    capturesFolder: makeRecordsFolder(),
    logs: { marks: null, opensPaths: true },
  });
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  client = createClient(near);
  ends.push(async () => terminal?.end(), app.close);
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  terminal = null;
});

async function open(paths: readonly string[], live: string | null = null): Promise<DescribedLog> {
  const { log } = take(await client.call("log.open", { paths, sent: [], live }));
  for (;;) {
    const described = take(await client.call("log.describe", { log }));
    if (described.isIndexed) return described;
    await sleep(5);
  }
}

/** Waits for the next change after what was described, or after an earlier one. */
async function grow(
  { log, version, round }: Pick<DescribedLog, "log" | "version" | "round">,
  view = 0,
): Promise<Output<"log.grow">> {
  return take(await client.call("log.grow", { log, view, version, round }));
}

async function readAll(log: string, view = 0): Promise<readonly string[]> {
  return take(await client.call("log.rows", { log, view, first: 0, count: 1000 })).rows.map(({ text }) => text);
}

function save(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("a file that others write to", () => {
  test("new lines are taken in, masked, and half a line only with its other half", async () => {
    const path = save("grown.log", "Nov 20 10:00:01 pos payd: one\n");
    const opened = await open([path]);
    appendFileSync(path, `Nov 20 10:00:02 pos payd: two\nNov 20 10:00:03 pos payd: card ${pan.slice(0, 11)}`);
    const grown = await grow(opened);
    const between = await readAll(opened.log);
    appendFileSync(path, `${pan.slice(11)} three\n`);
    await grow({ ...opened, ...grown });
    expect([between.length, (await readAll(opened.log)).slice(1)]).toEqual([
      2,
      ["Nov 20 10:00:02 pos payd: two", `Nov 20 10:00:03 pos payd: card ${maskExpected(pan)} three`],
    ]);
  });

  test("a last line that was indexed without its end becomes one line with what is added to it", async () => {
    const path = save("tail.log", "Nov 20 10:00:01 pos payd: one\nNov 20 10:00:02 pos pa");
    const opened = await open([path]);
    appendFileSync(path, "yd: two\n");
    await grow(opened);
    expect([opened.lines, await readAll(opened.log)]).toEqual([
      2,
      ["Nov 20 10:00:01 pos payd: one", "Nov 20 10:00:02 pos payd: two"],
    ]);
  });

  test("a view grows by the lines that its filter lets through, and by no others", async () => {
    const path = save("viewed.log", "Nov 20 10:00:01 pos a: timeout 1\nNov 20 10:00:01 pos b: fine\n");
    const opened = await open([path]);
    const search = { text: "timeout", isPattern: false, isCaseSensitive: false };
    const filter = { ...everything, search, programs: ["a"] };
    const { view } = take(await client.call("log.view", { log: opened.log, filter }));
    appendFileSync(
      path,
      ["a: timeout 2", "b: timeout 3", "a: fine", "a: timeout 4"].map((end) => `Nov 20 10:00:02 pos ${end}\n`).join(""),
    );
    const { rows, hits } = await grow(opened, view);
    expect([rows, hits, (await readAll(opened.log, view)).map((text) => text.slice(-9))]).toEqual([
      3,
      3,
      ["timeout 1", "timeout 2", "timeout 4"],
    ]);
  });

  test("what is added to one of several files takes its place by time", async () => {
    const [one, other] = [
      save("one.log", "Nov 20 10:00:01 pos a: first\n"),
      save("other.log", "Nov 20 10:00:05 pos b: last\n"),
    ];
    const opened = await open([one, other]);
    appendFileSync(one, "Nov 20 10:00:03 pos a: middle\n");
    const { round } = await grow(opened);
    expect([round > opened.round, (await readAll(opened.log)).map((text) => text.split(": ")[1])]).toEqual([
      true,
      ["first", "middle", "last"],
    ]);
  });

  const line = "Nov 20 10:00:01 pos payd: one\n";
  test.each<[string, (path: string) => void, string]>([
    ["removed", unlinkSync, "gone"],
    ["replaced", (path) => renameSync(save("new one", line), path), "replaced"],
    ["cut", (path) => truncateSync(path, 3), "rewritten"],
    [
      "written anew, longer than before",
      (path) => writeFileSync(path, `${line.replace("one", "two")}${line}`),
      "rewritten",
    ],
  ])("a file that is %s is said to be, and is looked at no more", async (_name, change, note) => {
    const path = save("lost.log", line);
    const opened = await open([path]);
    change(path);
    await grow(opened);
    const { sources, canGrow } = take(await client.call("log.describe", { log: opened.log }));
    expect([sources[0]?.notes, canGrow]).toEqual([[note], false]);
  });

  test("a year is not taken off while a log without years is written to over midnight of tomorrow", async () => {
    const path = save("long.log", "Nov 20 10:00:01 pos payd: one\n");
    const opened = await open([path]);
    const later = new Date(Date.now() + 40 * 86_400_000);
    const stamp = `${later.toUTCString().slice(8, 11)} ${String(later.getUTCDate()).padStart(2, " ")}`;
    appendFileSync(path, `${stamp} 10:00:01 pos payd: two\n`);
    utimesSync(path, later, later);
    await grow(opened);
    const { last } = take(await client.call("log.describe", { log: opened.log }));
    expect(new Date(last ?? 0).getUTCFullYear()).toBe(later.getUTCFullYear());
  });
});

test("a terminal that says more than is kept is left alone, and that is said", async () => {
  const live = new LiveLog(join(folder, "full.log"), 100);
  const ended = await live.follow({
    session: "any",
    source: null,
    call: { signal: new AbortController().signal, emit: () => undefined },
    followTerminal: async (_session, { onLines }, { signal }) => {
      while (!signal.aborted) {
        await onLines(["Nov 22 10:00:01 pos payd: more and more"], 0);
        await sleep(1);
      }
      return succeed({ ending: "over" });
    },
  });
  expect([take(ended).ending, statSync(live.path).size < 400]).toEqual(["full", true]);
});

describe.skipIf(findObstacle("console") !== null)("a terminal that is followed", () => {
  async function follow(stop: AbortController) {
    const { session } = take(await client.call("terminal.connect", describeConnection("console")));
    const file = join(terminal?.folder ?? "", "pos.log");
    writeFileSync(file, "Nov 22 10:00:00 pos payd: before\n");
    const opened = await open([], "console");
    const following = client.call("log.follow", { log: opened.log, session, source: file }, stop.signal);
    return { session, file, opened, following };
  }

  /** Writes until the terminal is heard: following begins when its own command runs. */
  async function hear(opened: DescribedLog, file: string, text: string): Promise<Output<"log.grow">> {
    const grown = grow(opened);
    for (let isHeard = false; !isHeard; ) {
      appendFileSync(file, `${text}\n`);
      isHeard = await Promise.race([grown.then(() => true), sleep(100).then(() => false)]);
    }
    return grown;
  }

  test("its lines come masked, and when it is stopped the terminal answers as before", async () => {
    const stop = new AbortController();
    const { session, file, opened, following } = await follow(stop);
    const { redactions } = await hear(opened, file, `Nov 22 10:00:01 pos payd: card ${pan}`);
    stop.abort();
    const ended = await following;
    const read = await client.call("terminal.read", { session });
    expect([(await readAll(opened.log)).at(-1), redactions > 0, ended.ok ? "" : ended.failure.code, read.ok]).toEqual([
      `Nov 22 10:00:01 pos payd: card ${maskExpected(pan)}`,
      true,
      "cancelled",
      true,
    ]);
  });

  test("it gives way to whatever else is asked of the terminal", async () => {
    const { session, file, opened, following } = await follow(new AbortController());
    await hear(opened, file, "Nov 22 10:00:01 pos payd: heard");
    const read = await client.call("terminal.read", { session });
    expect([read.ok, take(await following).ending]).toEqual([true, "asked"]);
  });

  test("what is followed again goes on in the same log", async () => {
    const stop = new AbortController();
    const { session, file, opened, following } = await follow(stop);
    const first = await hear(opened, file, "Nov 22 10:00:01 pos payd: one");
    stop.abort();
    await following;
    void client.call("log.follow", { log: opened.log, session, source: file });
    await hear({ ...opened, ...first }, file, "Nov 22 10:00:02 pos payd: two");
    const told = (await readAll(opened.log)).map((text) => text.slice(-3));
    await client.call("log.close", { log: opened.log });
    expect([told[0], told.at(-1)]).toEqual(["one", "two"]);
  });
});
