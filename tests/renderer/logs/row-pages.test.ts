import { beforeEach, expect, test, vi } from "vitest";
import type { LogRow } from "../../../electron/contract/opened-logs.ts";
import { RowPages } from "../../../renderer/features/logs/viewer/row-pages.ts";

const makeRow = (line: number): LogRow => ({
  ...{ line, source: 0, number: line + 1, time: null, severity: null, program: null, cause: null },
  ...{ text: `line ${line}`, more: 0, isHit: false },
});

beforeEach(() => {
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => setTimeout(draw, 0));
  vi.stubGlobal("cancelAnimationFrame", clearTimeout);
});

test("what comes into sight is fetched once, and what was passed on the way is given up", async () => {
  const asked: number[] = [];
  const given: string[] = [];
  const pages = new RowPages(
    (first, count, signal) => {
      asked.push(first);
      signal.addEventListener("abort", () => given.push(`up ${first}`));
      return new Promise((resolve) =>
        setTimeout(
          () => resolve(signal.aborted ? [] : Array.from({ length: count }, (_, at) => makeRow(first + at))),
          5,
        ),
      );
    },
    () => undefined,
  );
  pages.want(0, 20, 1_000_000);
  pages.want(900_000, 900_020, 1_000_000);
  await vi.waitFor(() => expect(pages.read(900_010)?.text).toBe("line 900010"));
  pages.want(900_000, 900_020, 1_000_000);
  expect([given.includes("up 0"), pages.read(0), asked.filter((first) => first === 900_000).length]).toEqual([
    true,
    undefined,
    1,
  ]);
  pages.stop();
});
