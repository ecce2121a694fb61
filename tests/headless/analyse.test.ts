import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "counterpart-analyse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "till.txt");
writeFileSync(file, "Nov 20 10:31:05 pos kernel: e1000: eth0 NIC Link is Down \u001b[2J\n");

describe.concurrent("counterpart analyse", { timeout: 60_000 }, () => {
  test("prints exactly what programs rely on as data, and ends with 0", async () => {
    const { status, stdout } = await runCommandLine(["analyse", file, "--json"]);
    const report = JSON.parse(stdout) as Record<string, unknown> & { causes: Record<string, unknown>[] };
    expect([status, Object.keys(report), report.causes]).toEqual([
      0,
      ["lines", "span", "formats", "redactions", "causes"],
      [
        {
          cause: "C01",
          count: 1,
          first: expect.stringMatching(/^\d{4}-11-20T/) as string,
          last: expect.stringMatching(/^\d{4}-11-20T/) as string,
          evidence: [{ file, line: 1, text: "Nov 20 10:31:05 pos kernel: e1000: eth0 NIC Link is Down \u001b[2J" }],
        },
      ],
    ]);
  });

  test.for([
    ["en", /^1 line, .*C01 Cable, network card or port: 1 line \(\d{4}-11-20 10:31:05\)$/ms],
    ["zh-CN", /^1 行，.*C01 网线、网卡或网口: 1 行 \(\d{4}-11-20 10:31:05\)$/ms],
  ] as const)("speaks %s, and shows control characters as text", async ([language, words]) => {
    const { stdout } = await runCommandLine(["analyse", file, "--lang", language]);
    expect([words.test(stdout), stdout.includes("\u001b"), stdout.includes("^[[2J")]).toEqual([true, false, true]);
  });

  test("ends with 2 for a file that is not there", async () => {
    const { status, stdout, stderr } = await runCommandLine(["analyse", file, join(folder, "nothing")]);
    expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining("[file-unreadable]")]);
  });

  test("ends with 2 where the masked text cannot be saved", async () => {
    const { status } = await runCommandLine(["analyse", file, "--export", join(folder, "nowhere/masked")]);
    expect(status).toBe(2);
  });
});
