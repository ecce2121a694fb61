import { expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

test("a code is told in the person's language, with its table, source and cause", async () => {
  const { status, stdout } = await runCommandLine(["code", "cme", "10", "--lang", "zh-CN"]);
  expect([status, stdout.trim()]).toEqual([
    0,
    "10  没有 SIM 卡\n  模块 +CME ERROR (3GPP TS 27.007 9.2)\n  C10 SIM 卡未插或被锁",
  ]);
});
