// The steps that set a clock, by real shells. The clock is a file: a `date` of the test's own stands before the real one on
// the path, and the power to set the machine's is given up before anything runs.
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  askClock,
  readClockAnswer,
  setClock,
} from "../../../../../electron/core/dialects/linux-console/write/clock.ts";
import { runProgram } from "../../../../peers/owned-process.ts";
import { obstacle, withFolder } from "./private-shell.ts";

/** How far the pretended clock is from the real one, in seconds, stands in the file `off`. */
const pretendedDate = `#!/bin/sh
real=$(/bin/date +%s)
case "$1" in
  -s) echo $((\${2#@} - real)) > "$D/off" ;;
  *) echo $((real + $(cat "$D/off"))) ;;
esac
`;

interface Clock {
  readonly run: (script: string) => Promise<string>;
  readonly readOff: () => number;
}

async function withClock(shell: string, off: number, use: (clock: Clock) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    writeFileSync(join(folder, "date"), pretendedDate);
    chmodSync(join(folder, "date"), 0o755);
    writeFileSync(join(folder, "off"), `${off}\n`);
    await use({
      run: async (script) => {
        const powerless = ["--bounding-set", "-sys_time", "--inh-caps", "-sys_time", "--"];
        const place = ["env", `D=${folder}`, `PATH=${folder}:/usr/bin:/bin`, shell, "-c", script];
        const { stdout, status } = await runProgram("setpriv", [...powerless, ...place]);
        return `${stdout}${status}`;
      },
      readOff: () => Number(readFileSync(join(folder, "off"), "utf8")),
    });
    expect(existsSync(join(folder, "rtc"))).toBe(false);
  });
}

/** When this machine started, as a round trip would tell it. */
function findStart(): number {
  return Date.now() / 1000 - Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]);
}

describe.skipIf(obstacle !== null)("the steps of setting a clock", () => {
  test.for(["/bin/dash", "/bin/bash"])("%s: sets it within a second, and puts it back by what has gone by", (shell) =>
    withClock(shell, -86_400, async ({ run, readOff }) => {
      const { prepare, apply, undo, isRestored } = setClock(findStart());
      await run(prepare.map((step) => step.shell).join("\n"));
      const set = await run(apply.map((step) => step.shell).join("\n"));
      const whenSet = readOff();
      const isOldWhenSet = await run(isRestored.join("\n"));
      await run(undo.join("\n"));
      const whenBack = readOff();
      const isOldWhenBack = await run(isRestored.join("\n"));
      expect([set, Math.abs(whenSet) <= 1, isOldWhenSet, Math.abs(whenBack + 86_400) <= 2, isOldWhenBack]).toEqual([
        "0",
        true,
        "1",
        true,
        "0",
      ]);
    }),
  );

  test("a clock that could not be set is a step that failed", () =>
    withClock("/bin/dash", -500, async ({ run }) => {
      const [step] = setClock(findStart()).apply;
      expect(await run(`date() { [ "$1" = -s ] || echo 0; };${step?.shell ?? ""}`)).toBe("1");
    }));

  test("both times are asked at one moment", () =>
    withClock("/bin/dash", 3600, async ({ run }) => {
      const answer = readClockAnswer((await run(askClock)).slice(0, -1));
      expect(Math.abs((answer?.time ?? 0) - (answer?.uptime ?? 0) - findStart() - 3600)).toBeLessThan(2);
    }));
});
