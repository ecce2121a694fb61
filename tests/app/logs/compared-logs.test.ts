// Logs of two terminals, compared as the window asks for it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { ComparedSide } from "../../../electron/contract/opened-logs.ts";
import { take } from "../../peers/terminal-client.ts";
import { startLogClient } from "./log-client.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-compared-"));
const { client, open, close } = startLogClient(folder);
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

async function compare(one: string, other: string): Promise<readonly (readonly [string, number, number])[]> {
  const sideOf = async (name: string, text: string): Promise<ComparedSide> => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return { log: (await open(path)).log, source: null, from: null, to: null };
  };
  const sides = { one: await sideOf("one.log", one), other: await sideOf("other.log", other) };
  const { kinds } = take(await client.call("log.compare", sides));
  return kinds.map((kind) => [kind.kind, kind.one, kind.other]);
}

test("two terminals are told apart by what they say, not by their names", async () => {
  const said = (host: string, last: string): string =>
    `Nov 20 10:00:00 ${host} payd[7]: pulse 1 ok\r\nNov 20 10:00:01 ${host} payd[7]: ${last}\r\n`;
  expect(await compare(said("till-anna", "心跳"), said("till-bert", "心跳\nx"))).toEqual([["x", 0, 1]]);
});

test("a line without a program keeps its first word", async () => {
  const said = (word: string): string => `2026-11-20 10:00:00 ${word} failed: late\n`;
  expect(await compare(said("connect"), said("resolve"))).toEqual([
    ["connect failed: late", 1, 0],
    ["resolve failed: late", 0, 1],
  ]);
});

test("another answer of the host is another kind", async () => {
  const said = (code: string): string => `Nov 20 10:00:00 pos payd[7]: host 203.0.113.20 field[39]: ${code}\n`;
  expect(await compare(said("91"), said("00"))).toEqual([
    ["payd[#]: host #.#.#.# field[#]: # (00)", 0, 1],
    ["payd[#]: host #.#.#.# field[#]: # (91)", 1, 0],
  ]);
});
