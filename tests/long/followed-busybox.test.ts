// Logs of a whole BusyBox machine followed as they are written, over its only console: syslogd's ring by `logread -f`, and the
// kernel's messages, which its dmesg cannot wait for. Ctrl-C ends them, and the prompt is a person's again.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MachinePeer, startMachine } from "../peers/busybox-machine.ts";
import { typeByHand } from "../peers/logs/type-by-hand.ts";
import { askAside, waitForAside } from "../peers/machine-witness.ts";
import { call } from "../peers/main-job/call-command-line.ts";
import { findObstacle } from "../peers/system-packages.ts";
import { makeTestCardNumber } from "../peers/test-card-number.ts";

const obstacle = findObstacle("machine");
const pan = makeTestCardNumber("622848", 19, 815);
const masked = `${pan.slice(0, 6)}${"*".repeat(9)}${pan.slice(-4)}`;

describe.skipIf(obstacle !== null)(
  `counterpart logs --follow on BusyBox${obstacle === null ? "" : ` (${obstacle})`}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "counterpart-followed-"));
    const aside = join(folder, "aside");
    let machine: MachinePeer;

    beforeAll(async () => {
      machine = await startMachine({ login: "askfirst", aside });
      await waitForAside(aside, 60);
      // Its console is the kernel's too, which says each message there once more.
      await askAside(aside, "dmesg -n 8");
    }, 150_000);
    afterAll(async () => {
      await machine?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test.for([
      ["ring", `logger -t payd "sale $n ${pan} end"`, "logread"],
      ["kernel", `echo "<6>payd: sale $n ${pan} end" >/dev/kmsg`, "cat"],
    ] as const)(
      "the %s is followed live, masked, and Ctrl-C ends it with a clean prompt",
      { timeout: 120_000 },
      async ([source, write, program]) => {
        // It ends when its mark goes.
        const loop = `touch /tmp/writing; (n=0; while [ -e /tmp/writing ]; do n=$((n+1)); ${write}; usleep 300000; done) >/dev/null 2>&1 &`;
        await askAside(aside, loop);
        const ended = await call(["logs", "--follow", "--source", source, "--port", `tcp:127.0.0.1:${machine.port}`], {
          interruptAtOutput: /sale \d+ .*sale \d+ /s,
        });
        await askAside(aside, "rm /tmp/writing; sleep 1");
        // What the console says at once may come before what the log held already; nothing comes twice.
        const numbers = [...ended.stdout.matchAll(/sale (\d+) (\S+) end$/gm)]
          .map(([, count, card]) => [Number(count), card] as const)
          .sort(([one], [other]) => one - other);
        const first = numbers[0]?.[0] ?? 0;
        expect([
          ended.status,
          ended.stdout.split("\n").find((line) => /^\[(?! *\d+\.\d{6}\] )/.test(line)),
          numbers.length > 1,
          numbers,
          await askAside(aside, `pidof ${program} || echo none`),
          await typeByHand(machine.port, "echo $((6*7))"),
        ]).toEqual([0, undefined, true, numbers.map((_, at) => [first + at, masked]), "none", "42"]);
      },
    );
  },
);
