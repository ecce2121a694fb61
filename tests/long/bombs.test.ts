// Packed files that unfold to more than they could hold, in the viewer: stopped early, and that is said.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { startLogClient } from "../app/logs/log-client.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-bombs-"));
const { open, close } = startLogClient(folder);
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

/** Packs to less than a four-hundredth. */
const bomb = Buffer.alloc(40 * 1024 * 1024, `${"x".repeat(1023)}\n`);

test.for([
  ["gzip", () => gzipSync(bomb, { level: 9 })],
  ["ZIP", () => zipSync({ "a.log": bomb }, { level: 9 })],
] as const)("a %s that unfolds to too much is stopped early", { timeout: 60_000 }, async ([name, pack]) => {
  const path = join(folder, `bomb.${name}`);
  writeFileSync(path, pack());
  const { sources, lines } = await open(path);
  expect([sources[0]?.notes, lines < 40 * 1024 - 1]).toEqual([["bomb"], true]);
});
