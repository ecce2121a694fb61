// A pull that a person stops in the middle, over a real getty and a paced line: nothing of it goes on there, what came is kept,
// the next pull goes on behind it, and whoever types on the line next finds a clean prompt.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Capture } from "../../electron/contract/captures.ts";
import { type ConsolePeer, startConsole } from "../peers/console-in-namespace.ts";
import { type PacedLine, startPacedLine } from "../peers/paced-line.ts";
import { findObstacle } from "../peers/system-packages.ts";
import { startTerminalClient, take, type TerminalClient } from "../peers/terminal-client.ts";
import { typeByHand } from "../peers/logs/type-by-hand.ts";

const obstacle = findObstacle("console");
const source = "/var/log/pos.log";

describe.skipIf(obstacle !== null).for(["dash", "busybox-ash"] as const)(
  `a pull that is stopped, through %s${obstacle === null ? "" : ` (${obstacle})`}`,
  (shell) => {
    let peer: ConsolePeer;
    let line: PacedLine;
    let terminal: TerminalClient;

    beforeAll(async () => {
      peer = await startConsole({ shell, login: "root-autologin" });
      await peer.inNamespace(`seq 40000 | sed 's/^/payd: line /' >${source}`);
      line = await startPacedLine({ targetPort: peer.port, baudRate: 230_400 });
      terminal = startTerminalClient();
    });
    afterAll(async () => {
      await terminal?.close();
      await line?.close();
      await peer?.close();
    });

    const list = async (): Promise<readonly Capture[]> =>
      take(await terminal.client.call("captures.list", {})).captures;
    const read = (capture: Capture | null | undefined): string => readFileSync(capture?.parts[0]?.path ?? "", "utf8");

    test("leaves the terminal clean, and nothing is pulled twice", { timeout: 60_000 }, async () => {
      const { client } = terminal;
      const session = await terminal.connect(`tcp:127.0.0.1:${line.port}`);
      const stop = new AbortController();
      const off = client.on("pulling", ({ done }) => {
        if (done > 0) stop.abort();
      });
      const stopped = await client.call("logs.pull", { session, sources: [source], all: false }, stop.signal);
      off();
      const left = await peer.inNamespace("cat /proc/[0-9]*/comm | grep -cxE 'dd|gzip|base64|tail|head'");
      const [part] = await list();
      const rest = take(await client.call("logs.pull", { session, sources: [source], all: false })).capture;
      const { stdout: whole } = await peer.inNamespace(`cat ${source}`);
      take(await client.call("terminal.close", { session }));
      expect([
        stopped.ok ? "whole" : stopped.failure.code,
        left.stdout.trim(),
        [part?.isWhole, read(part).length > 0, read(part).length < whole.length],
        read(part) + read(rest) === whole,
        await typeByHand(line.port, "echo $((6*7))"),
      ]).toEqual(["cancelled", "0", [false, true, true], true, "42"]);
    });
  },
);
