import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { PageWatch } from "../../electron/headless/page-watch.ts";

test("nobody is gone who was never there", async () => {
  const watch = new PageWatch();
  const gone = await Promise.race([watch.waitUntilGone(5).then(() => true), sleep(50).then(() => false)]);
  expect(gone).toBe(false);
});

test("a page that comes back in time is not gone", async () => {
  const watch = new PageWatch();
  watch.update(1);
  const gone = watch.waitUntilGone(60).then(() => true);
  watch.update(0);
  await sleep(20);
  watch.update(1);
  expect(await Promise.race([gone, sleep(120).then(() => false)])).toBe(false);
});

test("a page that stays away is gone", async () => {
  const watch = new PageWatch();
  watch.update(1);
  watch.update(0);
  expect(await Promise.race([watch.waitUntilGone(20).then(() => true), sleep(500).then(() => false)])).toBe(true);
});
