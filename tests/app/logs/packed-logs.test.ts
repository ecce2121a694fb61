// A packed log that is opened by its path, asked for as the desktop's own window asks for it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import type { EventData } from "../../../electron/contract/events.ts";
import { startLogClient } from "./log-client.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-packed-"));
const { client, open, close } = startLogClient(folder);
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const path = join(folder, "long.gz");
writeFileSync(path, gzipSync(Array.from({ length: 60_000 }, (_, at) => `line ${at} ${at * 7919}\n`).join("")));

test("says how far it is unpacked, up to its end", async () => {
  const said: EventData<"opening">[] = [];
  const stop = client.on("opening", (progress) => said.push(progress));
  await open(path);
  stop();
  const last = said.at(-1);
  expect([said.length > 1, last?.name, last?.done]).toEqual([true, "long.gz", last?.all]);
});

test("is not unpacked any further once nobody waits for it", async () => {
  const said: EventData<"opening">[] = [];
  const stop = new AbortController();
  const stopHearing = client.on("opening", (progress) => {
    said.push(progress);
    stop.abort();
  });
  const opened = await client.call("log.open", { paths: [path], sent: [] }, stop.signal);
  // It began first, so it would be at its end by the time that another one is.
  await open(path);
  stopHearing();
  expect([opened.ok, said.filter(({ done, all }) => done === all).length]).toEqual([false, 1]);
});
