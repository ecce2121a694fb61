// A clock that is wrong for real: the machine has its own, and what its openssl makes of a certificate is read from its log.
import { connect } from "node:net";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MachinePeer, startMachine } from "../../peers/busybox-machine.ts";
import { findObstacle } from "../../peers/system-packages.ts";
import { type BrokenShop, buildShop, tellStages } from "./broken-shop.ts";

const obstacle = findObstacle("machine") ?? findObstacle("network");

describe.skipIf(obstacle !== null)(
  `a machine whose clock is wrong${obstacle === null ? "" : ` (${obstacle})`}`,
  { timeout: 120_000 },
  () => {
    let machine: MachinePeer;
    let shop: BrokenShop;

    beforeAll(async () => {
      shop = await buildShop();
      machine = await startMachine({ login: "shell" });
    }, 150_000);
    afterAll(async () => {
      await machine.close();
      await shop.close();
    });

    /** A line as a person at the console types it; over when the year is on the screen. */
    async function setClock(seconds: number, year: string): Promise<void> {
      const socket = connect(machine.port, machine.host);
      await once(socket, "connect");
      const before = machine.readTranscript().length;
      socket.write(`date -s @${seconds}\r`);
      for (let tries = 0; tries < 400 && !machine.readTranscript().slice(before).includes(year); tries++)
        await delay(25);
      socket.destroy();
    }

    test.for([
      ["back at its first day", 1_577_934_245, "2020"],
      ["years ahead", 2_082_758_400, "2036"],
    ] as const)("a clock %s: the first cause is C19, and the push can set it", async ([, seconds, year]) => {
      await setClock(seconds, year);
      const { causes, stages, advice } = await shop.diagnose(`tcp:127.0.0.1:${machine.port}`, []);
      expect([causes[0]?.cause, advice.corrections.map(({ set }) => set)], tellStages(stages, causes)).toEqual([
        "C19",
        [["clock=now"]],
      ]);
    });
  },
);
