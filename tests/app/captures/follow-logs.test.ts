import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { FollowedLog } from "../../../electron/app/captures/follow-logs.ts";
import { makeCardNumber, maskExpected } from "../../core/logs/card-numbers.ts";

const never = new AbortController().signal;
/** Whoever is made to wait gives up at once. */
const hurried = (): Promise<void> => Promise.resolve();

test("lines come out masked, counted once", async () => {
  const log = new FollowedLog(delay);
  const pan = makeCardNumber("622588", 19, []);
  void log.offer([`pan=${pan}`, "fine"], 0);
  const first = await log.take(never);
  void log.offer(["more"], 0);
  const second = await log.take(never);
  expect([first.lines, first.redactions, second.redactions]).toEqual([[`pan=${maskExpected(pan)}`, "fine"], 1, 0]);
});

test("a terminal that can wait waits until there is room", async () => {
  const log = new FollowedLog(() => new Promise(() => undefined));
  let isTaken = false;
  const offered = log
    .offer(
      Array.from({ length: 3000 }, () => "x".repeat(1000)),
      0,
    )
    .then(() => (isTaken = true));
  await Promise.resolve();
  const before = isTaken;
  await log.take(never);
  await offered;
  expect([before, isTaken]).toEqual([false, true]);
});

test("lines that cannot wait any longer are let go, the oldest first, and counted", async () => {
  const log = new FollowedLog(hurried);
  await log.offer(
    Array.from({ length: 3000 }, (_, at) => `${at} ${"x".repeat(1000)}`),
    7,
  );
  let taken = 0;
  let lost = 0;
  for (let more = await log.take(never); ; more = await log.take(never)) {
    taken += more.lines.length;
    lost += more.lost;
    if (more.lines.at(-1)?.startsWith("2999 ") === true) break;
  }
  expect([taken + lost, taken < 1500]).toEqual([3007, true]);
});

test("rows of a dump that has stopped do not wait for ever", async () => {
  const log = new FollowedLog(hurried);
  void log.offer(["0000  31 32 33 34 35 36 37 38  39 30 31 32 33 34 35 36  1234567890123456"], 0);
  expect((await log.take(never)).lines).toHaveLength(1);
});

test("the end is told once everything was taken", async () => {
  const log = new FollowedLog(delay);
  void log.offer(["last"], 0);
  log.end();
  expect([await log.take(never), await log.take(never)]).toMatchObject([
    { lines: ["last"], over: true },
    { lines: [], over: true },
  ]);
});
