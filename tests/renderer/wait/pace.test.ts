import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeFailure } from "../../../electron/core/failures/failure.ts";
import { fail, type Result, succeed } from "../../../electron/core/failures/result.ts";
import { findExpected, openPace, timed, waits } from "../../../renderer/features/wait/pace.ts";

let stored: string | null = null;
const storage = { getItem: () => stored, setItem: (_name: string, text: string) => void (stored = text) };

beforeEach(() => {
  vi.useFakeTimers();
  stored = null;
  openPace(storage);
});
afterEach(() => vi.useRealTimers());

async function take(milliseconds: number, port = "COM3", end: Result<null> = succeed(null)): Promise<void> {
  const done = timed("reading", port, async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    return end;
  });
  await done;
}

test("the second time is expected to be as long as the first, on that port, in another window too", async () => {
  await take(7000);
  openPace(storage);
  expect([findExpected("reading", "COM3"), findExpected("reading", "COM4")]).toEqual([7000, 3000]);
});

test("one slow time among others counts half", async () => {
  await take(2000);
  await take(10_000);
  expect(findExpected("reading", "COM3")).toBe(6000);
});

test("what failed teaches nothing", async () => {
  await take(60_000, "COM3", fail(makeFailure("cancelled")));
  expect(findExpected("reading", "COM3")).toBe(3000);
});

test("it is waited for while it lasts, and what began later goes on when the earlier ends", async () => {
  const [first, second] = [Promise.withResolvers<Result<null>>(), Promise.withResolvers<Result<null>>()];
  const one = timed("reading", "COM3", () => first.promise);
  await vi.advanceTimersByTimeAsync(10);
  const other = timed("reading", "COM4", () => second.promise);
  const begunAt = Date.now();
  first.resolve(succeed(null));
  await one;
  expect(waits.read().reading?.begunAt).toBe(begunAt);
  second.resolve(succeed(null));
  await other;
  expect(waits.read().reading).toBeUndefined();
});

test.each(["", "[]", '{"reading COM3":"soon"}', '{"reading COM3":-1}'])("%j is no pace", (text) => {
  stored = text;
  openPace(storage);
  expect(findExpected("reading", "COM3")).toBe(3000);
});

test("only the ports that were used last are kept", async () => {
  for (let port = 0; port < 80; port++) await take(5000, `COM${port}`);
  openPace(storage);
  expect([stored?.match(/"reading COM/g)?.length, findExpected("reading", "COM79")]).toEqual([64, 5000]);
});
