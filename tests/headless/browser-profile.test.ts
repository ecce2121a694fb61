import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeProfile } from "../../electron/headless/browser-profile.ts";

let cache = "";

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "counterpart-cache-"));
});
afterEach(() => rmSync(cache, { recursive: true }));

test("the port of last time comes back with the profile, so that the page finds what it kept", () => {
  const first = takeProfile(cache);
  first.rememberPort(4711);
  first.release();
  const second = takeProfile(cache);
  expect([second.folder, second.port]).toEqual([first.folder, 4711]);
});

test("a second Counterpart at the same time gets a profile for that time only", () => {
  const first = takeProfile(cache);
  const second = takeProfile(cache);
  expect(second.folder).not.toBe(first.folder);
  second.release();
  expect(existsSync(second.folder)).toBe(false);
});

test("the lock of a process that is gone does not last", () => {
  writeFileSync(join(cache, "browser.lock"), "4194305");
  expect(takeProfile(cache).folder).toBe(join(cache, "browser"));
});
