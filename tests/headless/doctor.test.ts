// The doctor on the command line, with real devices of this machine.
import { chmodSync, chownSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Finished, runProgram, startProcess } from "../peers/owned-process.ts";
import { findObstacle } from "../peers/system-packages.ts";
import { runCommandLine } from "./run-command-line.ts";

const obstacle = findObstacle("console");
const checkSchema = z.object({ id: z.string(), state: z.string(), steps: z.array(z.object({ en: z.string() })) });
const diagnosisSchema = z.object({ checks: z.array(checkSchema), first: z.string().nullable() });

function readDiagnosis({ stdout }: Finished) {
  const { checks, first } = diagnosisSchema.parse(JSON.parse(stdout));
  return { first, steps: checks.find(({ id }) => id === first)?.steps.map(({ en }) => en) ?? [] };
}

test("a port that is not there is named, with what to do, and the command ends with 1", async () => {
  const finished = await runCommandLine(["doctor", "--port", "/dev/ttyUSB97", "--json"]);
  expect([finished.status, readDiagnosis(finished).first]).toEqual([1, "present"]);
});

test("what to do is said in Chinese too", async () => {
  const { stdout } = await runCommandLine(["doctor", "--port", "/dev/ttyUSB97", "--lang", "zh-CN"]);
  expect(stdout).toContain("/dev/ttyUSB97 不在。\n  1. 请把数据线两头插好");
});

const dialout = 20;
const nobody = "65534";

test.skipIf(obstacle !== null)(
  `who may not open a real device is told the group that may, and what to type${obstacle === null ? "" : ` (${obstacle})`}`,
  async () => {
    const folder = mkdtempSync("/tmp/counterpart-doctor-");
    chmodSync(folder, 0o755);
    const device = join(folder, "tty");
    const line = startProcess("socat", [`PTY,link=${device},rawer`, "STDIO"]);
    try {
      while (!existsSync(device)) await delay(10);
      chownSync(realpathSync(device), 0, dialout);
      chmodSync(realpathSync(device), 0o660);
      const entry = resolve(import.meta.dirname, "../../electron/serial/doctor/diagnose.ts");
      const question = JSON.stringify({ port: device, failure: "port-forbidden", seen: null });
      const script = `const { diagnose } = await import(${JSON.stringify(entry)});
        console.log(JSON.stringify(await diagnose(${question})));`;
      const finished = await runProgram("setpriv", [
        ...["--reuid", nobody, "--regid", nobody, "--clear-groups"],
        ...[process.execPath, "--input-type=module", "-e", script],
      ]);
      const { first, steps } = readDiagnosis(finished);
      expect([first, steps[0]]).toEqual(["permission", "Type: sudo usermod -aG dialout nobody"]);
    } finally {
      await line.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
