import { describe, expect, test } from "vitest";
import { makeLogScript, readLogOutput } from "../../../../../electron/core/dialects/linux-console/logs/latest.ts";
import { obstacle, runScripts, shells } from "../write/private-shell.ts";

/** A terminal without a journal whose /var/log holds one file. */
const poor =
  "mount -t tmpfs tmpfs /var/log;PATH=$PATH;journalctl(){ return 1;};logread(){ return 1;};dmesg(){ return 1;};";

describe.skipIf(obstacle !== null).each(shells)("the log of a terminal with %s", (_name, shell) => {
  test("is the last lines of its log file, as they are", async () => {
    const fill = "i=0;while [ $i -lt 50 ];do echo \"line $i  'x' \\\\\";i=$((i+1));done>/var/log/messages;";
    const { stdout } = await runScripts(shell, [`${poor}${fill}${makeLogScript(3)}`]);
    expect(readLogOutput(stdout.trimEnd())).toEqual({
      ok: true,
      value: { source: "/var/log/messages", lines: ["line 47  'x' \\", "line 48  'x' \\", "line 49  'x' \\"] },
    });
  });

  test("has no line that fills the answer alone", async () => {
    const fill = "head -c 100000 /dev/zero|tr '\\0' x>/var/log/syslog;";
    const { stdout } = await runScripts(shell, [`${poor}${fill}${makeLogScript(3)}`]);
    expect(stdout.length).toBeLessThan(2100);
  });

  test("that has none is named as a failure", async () => {
    const { stdout } = await runScripts(shell, [`${poor}${makeLogScript(3)}`]);
    const read = readLogOutput(stdout.trimEnd());
    expect(read.ok ? read.value : read.failure.code).toBe("command-failed");
  });
});

test.each([-1, 0, 1e9, 2.5])("%d lines make a script with a number in it that is one", (lines) => {
  expect(makeLogScript(lines)).toMatch(/tail -n [1-9]\d{0,4}\|/);
});
