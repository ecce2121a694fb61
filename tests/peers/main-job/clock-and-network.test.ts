// A machine with a clock of its own, the only kind of peer whose clock may be set; its BusyBox is asked about its network too.
import { connect } from "node:net";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TerminalTest } from "../../../electron/core/dialects/terminal-test.ts";
import { type MachinePeer, startMachine } from "../busybox-machine.ts";
import { findObstacle } from "../system-packages.ts";
import { startTerminalClient, take, type TerminalClient } from "../terminal-client.ts";

const obstacle = findObstacle("machine");
/** 2020-01-02 03:04:05 UTC, in seconds since 1970. */
const long = 1_577_934_245;

describe.skipIf(obstacle !== null)(
  `a machine whose clock is years behind${obstacle === null ? "" : ` (${obstacle})`}`,
  () => {
    let machine: MachinePeer;
    let terminal: TerminalClient;
    let session: string;

    beforeAll(async () => {
      machine = await startMachine({ login: "shell" });
      await type(`date -s @${long}`);
      terminal = startTerminalClient();
      session = await terminal.connect(`tcp:127.0.0.1:${machine.port}`, { timeoutSeconds: 60 });
    }, 150_000);
    afterAll(async () => {
      await terminal.close();
      await machine.close();
    });

    /** A line as a person at the console types it. */
    async function type(line: string): Promise<void> {
      const socket = connect(machine.port, machine.host);
      await once(socket, "connect");
      const before = machine.readTranscript().length;
      socket.write(`${line}\r`);
      for (let tries = 0; tries < 200 && !machine.readTranscript().slice(before).includes("2020"); tries++)
        await delay(25);
      socket.destroy();
    }

    async function readAhead(): Promise<number> {
      return take(await terminal.client.call("terminal.read", { session })).clock?.aheadSeconds ?? Number.NaN;
    }

    async function push(signal?: AbortSignal): Promise<readonly [string, unknown]> {
      const plan = take(await terminal.client.call("plan.make", { session, set: ["clock=now"], fix: false }));
      const pushed = await terminal.client.call("plan.push", { session, digest: plan.digest, override: false }, signal);
      return [take(pushed).outcome, take(pushed).fields];
    }

    test("is told that its clock is wrong, and offered this PC's time", async () => {
      const { findings } = take(await terminal.client.call("terminal.read", { session }));
      const wrong = findings.find(({ rule }) => rule === "clock.wrong");
      expect([wrong?.severity, wrong?.corrections.map(({ set }) => set)]).toEqual(["error", [["clock=now"]]]);
    });

    test("has its old time again, and what has gone by since, when the push is stopped", async () => {
      const before = await readAhead();
      const stop = new AbortController();
      const off = terminal.client.on("stage", ({ stage }) => {
        if (stage === "verifying") stop.abort();
      });
      const [outcome] = await push(stop.signal);
      off();
      const after = await readAhead();
      expect([outcome, before < -86_400 * 365, Math.abs(after - before) <= 3]).toEqual(["rolled-back", true, true]);
    });

    test("has this PC's time within two seconds, read back", async () => {
      const pushed = await push();
      expect([pushed, Math.abs(await readAhead()) <= 2]).toEqual([
        ["confirmed", [{ interface: "", field: "clock", verdict: "applied", persisted: null }]],
        true,
      ]);
    });

    test("has nothing to set any more", async () => {
      expect((await push())[0]).toBe("unchanged");
    });

    test("tells what it sees of its network", async () => {
      const tests: readonly TerminalTest[] = [
        { kind: "link", interface: "eth0" },
        { kind: "address", interface: "eth0", address: "10.0.2.15" },
        { kind: "duplicate", interface: "eth0", address: "10.0.2.2" },
        { kind: "duplicate", interface: "eth0", address: "10.0.2.77" },
        { kind: "gateway", interface: "eth0", address: "10.0.2.2" },
        { kind: "gateway", interface: "eth0", address: "10.0.2.78" },
      ];
      const { results } = take(await terminal.client.call("terminal.test", { session, tests, seconds: 3 }));
      expect(results.map(({ reason }) => reason)).toEqual(["ok", "ok", "taken", "ok", "ok", "no-answer"]);
    });
  },
);
