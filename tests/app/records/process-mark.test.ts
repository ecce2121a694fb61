import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { readProcessMark } from "../../../electron/app/records/process-mark.ts";

test("a process keeps its mark, and no other has it", () => {
  const own = readProcessMark(process.pid);
  expect([own !== null, readProcessMark(process.pid) === own, readProcessMark(process.ppid) === own]).toEqual([
    true,
    true,
    false,
  ]);
});

test("a process that has ended has none", async () => {
  const child = spawn("true");
  await once(child, "close");
  expect(readProcessMark(child.pid ?? 0)).toBeNull();
});
