// Logs of a real shell, pulled through the contract into captures on this disk.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../electron/app/app.ts";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import type { Capture } from "../../../electron/contract/captures.ts";
import { type Client, createClient } from "../../../electron/contract/client.ts";
import { createLoopback } from "../../../electron/contract/loopback-link.ts";
import { serve } from "../../../electron/contract/server.ts";
import { succeed } from "../../../electron/core/failures/result.ts";
import { makeCardNumber, maskExpected } from "../../core/logs/card-numbers.ts";
import { type ShellOnTerminal, startShell } from "../../core/dialects/linux-console/shell-on-terminal.ts";
import { findObstacle } from "../../peers/system-packages.ts";
import { describeConnection, take } from "../../peers/terminal-client.ts";
import { makeRecords, makeRecordsFolder } from "../make-records.ts";
import { noPorts } from "../no-ports.ts";

const obstacle = findObstacle("console");

describe.skipIf(obstacle !== null)("log captures", () => {
  let terminal: ShellOnTerminal;
  let folder: string;
  let client: Client;
  let session: string;
  let file: string;
  const ends: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    folder = makeRecordsFolder();
    await connect();
  });
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  });

  async function connect(): Promise<void> {
    terminal = startShell("dash");
    file = join(terminal.folder, "pos.log");
    const { port } = terminal;
    const app = createApp({
      openPort: async () => succeed(port),
      ...noPorts,
      surroundings: nodeSurroundings,
      records: makeRecords(),
      capturesFolder: folder,
    });
    const [near, far] = createLoopback();
    serve(far, app.handlers);
    client = createClient(near);
    ends.push(terminal.end, app.close);
    session = take(
      await client.call("terminal.connect", { ...describeConnection("shell"), family: "linux-console" }),
    ).session;
  }

  async function pull(all = false): Promise<Capture | null> {
    return take(await client.call("logs.pull", { session, sources: [file], all })).capture;
  }

  const read = (capture: Capture | null): string => readFileSync(capture?.parts[0]?.path ?? "", "utf8");
  const list = async (): Promise<readonly Capture[]> => take(await client.call("captures.list", {})).captures;

  test("are opened in the viewer by their ids, in the place of paths", async () => {
    writeFileSync(file, "Nov 22 10:00:01 till payd[412]: one\nNov 22 10:00:02 till payd[412]: two\n");
    const pulled = await pull();
    const open = (id: string): ReturnType<typeof client.call<"log.open">> =>
      client.call("log.open", { paths: [], sent: [], captures: [id] });
    const { log } = take(await open(pulled?.id ?? ""));
    const rows = async (): Promise<readonly string[]> =>
      take(await client.call("log.rows", { log, view: 0, first: 0, count: 9 })).rows.map(({ text }) => text);
    await expect.poll(rows).toEqual([expect.stringMatching(/one$/), expect.stringMatching(/two$/)]);
    take(await client.call("captures.remove", { id: pulled?.id ?? "" }));
    expect([await open(pulled?.id ?? ""), await open("..")].map(({ ok }) => ok)).toEqual([false, false]);
  });

  test("hold what is new since the last one, and nothing when nothing is", async () => {
    writeFileSync(file, "one\ntwo\n");
    const first = await pull();
    appendFileSync(file, "three\n");
    const [second, third] = [await pull(), await pull()];
    expect([read(first), read(second), third]).toEqual(["one\ntwo\n", "three\n", null]);
  });

  test("go on behind the last whole line where one is still being written", async () => {
    writeFileSync(file, "one\nhalf a li");
    await pull();
    appendFileSync(file, "ne\nlast\n");
    expect(read(await pull())).toBe("half a line\nlast\n");
  });

  test("are masked before they are stored, with what was masked counted", async () => {
    const pan = makeCardNumber("622588", 19, []);
    writeFileSync(file, `sale pan=${pan}\nfine\n`);
    const capture = await pull();
    expect([read(capture), capture?.redactions]).toEqual([`sale pan=${maskExpected(pan)}\nfine\n`, 1]);
  });

  test("leave no digit of a card number anywhere below their folder, nor in the index", async () => {
    const pan = makeCardNumber("411111", 16, []);
    writeFileSync(file, `sale pan=${pan}\n${pan}`);
    await pull();
    const everything = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, "latin1"))
      .join("\n");
    expect([everything.includes("fine"), everything.includes(pan.slice(0, 11))]).toEqual([false, false]);
  });

  test("are for this user's eyes only, in a folder that is named after the terminal", async () => {
    writeFileSync(file, "one\n");
    const capture = await pull();
    const path = capture?.parts[0]?.path ?? "";
    expect([statSync(path).mode & 0o777, dirname(dirname(path)) === join(folder, capture?.terminal ?? "")]).toEqual([
      0o600,
      true,
    ]);
  });

  test("that were cut off keep what came, and the next one goes on behind it", async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => `line ${at} ${(at * 7919) % 10_007}\n`).join("");
    writeFileSync(file, lines);
    const off = client.on("pulling", ({ done }) => {
      if (done > 0) void terminal.port.close();
    });
    const cut = await client.call("logs.pull", { session, sources: [file] });
    off();
    const [partial] = await list();
    const before = read(partial ?? null);
    const place = terminal.folder;
    await connect();
    // The other shell is on the same machine, and so is the file.
    file = join(place, "pos.log");
    const rest = await pull();
    expect([cut.ok, partial?.isWhole, before.length > 0, before + read(rest) === lines]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test("are listed the latest first, and removed with their files", async () => {
    writeFileSync(file, "one\n");
    const capture = await pull();
    take(await client.call("captures.remove", { id: capture?.id ?? "" }));
    expect([await list(), existsSync(capture?.folder ?? "")]).toEqual([[], false]);
  });

  test("that need more than they may go, the oldest first", async () => {
    take(await client.call("captures.limit", { bytes: 1024 * 1024 }));
    for (let time = 0; time < 4; time++) {
      writeFileSync(file, `${time} ${"x".repeat(100)}\n`.repeat(5000));
      await pull(true);
    }
    const kept = await list();
    expect([kept.length, kept.every(({ folder: each }) => existsSync(each))]).toEqual([2, true]);
  });

  test("that are pinned stay, however little the others may need", async () => {
    writeFileSync(file, `first ${"x".repeat(100)}\n`.repeat(8000));
    const first = await pull(true);
    take(await client.call("captures.pin", { id: first?.id ?? "", isPinned: true }));
    take(await client.call("captures.limit", { bytes: 1024 * 1024 }));
    for (let time = 0; time < 3; time++) {
      writeFileSync(file, `${time} ${"x".repeat(100)}\n`.repeat(5000));
      await pull(true);
    }
    const kept = await list();
    expect([kept.length, kept.at(-1)?.id, kept.at(-1)?.isPinned]).toEqual([3, first?.id, true]);
  });

  test("that nobody finished are cleared away a day later", async () => {
    const left = join(folder, "shell", "2026-01-01 00-00-00 abc.part");
    mkdirSync(left, { recursive: true });
    utimesSync(left, 0, 0);
    writeFileSync(file, "one\n");
    await pull();
    expect(existsSync(left)).toBe(false);
  });

  test("of a log that is not there are refused by its name", async () => {
    const pulled = await client.call("logs.pull", { session, sources: ["/nowhere/x.log"] });
    expect(pulled.ok ? "pulled" : pulled.failure.code).toBe("input-invalid");
  });
});
