import { expect, test } from "vitest";
import { readLogs } from "../../../electron/core/diagnosis/read-logs.ts";
import { readStamp } from "../../../electron/core/diagnosis/read-stamp.ts";

test.for([
  ["Nov 22 10:31:05 terminal udhcpc: no lease, failing", "--11-22T10:31:05"],
  ["2026-11-22T10:31:05+08:00 terminal udhcpc[3]: no lease, failing", "2026-11-22T10:31:05+08:00"],
  ["11-22 10:31:05.120  1201  1344 E net: failed", "--11-22T10:31:05"],
  ["[   12.345678] eth0: Link is Down", null],
  ["udhcpc: no lease, failing", null],
] as const)("%s was written at %s", ([line, stamp]) => {
  expect(readStamp(line)).toBe(stamp);
});

test("evidence of a log has the time of its last line", () => {
  const lines = [
    "Nov 22 10:31:05 terminal udhcpc: no lease, failing",
    "Nov 22 10:33:07 terminal udhcpc: no lease, failing",
  ];
  expect(readLogs(lines, "wired").map(({ sign, at }) => [sign, at])).toEqual([["log/C05", "--11-22T10:33:07"]]);
});
