// A cable that is pulled while a log is followed: the program goes on there and takes every key. The next connect ends it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConsolePeer, startConsole } from "./console-in-namespace.ts";
import { findObstacle } from "./system-packages.ts";
import { startTerminalClient, take, type TerminalClient } from "./terminal-client.ts";

const obstacle = findObstacle("console");

describe.skipIf(obstacle !== null).for(["dash", "busybox-ash"] as const)(
  `a log that was followed when the line was lost, through %s${obstacle === null ? "" : ` (${obstacle})`}`,
  (shell) => {
    let peer: ConsolePeer;
    let terminal: TerminalClient;

    beforeAll(async () => {
      peer = await startConsole({ shell, login: "root-autologin" });
      await peer.inNamespace("echo begin >/var/log/pos.log");
      terminal = startTerminalClient();
    });
    afterAll(async () => {
      await terminal?.close();
      await peer?.close();
    });

    test("leaves nothing behind once somebody connects again", { timeout: 60_000 }, async () => {
      const { client } = terminal;
      const port = `tcp:127.0.0.1:${peer.port}`;
      const session = await terminal.connect(port);
      const following = client.call("logs.follow", { session, source: "/var/log/pos.log", filters: [] });
      const count = async (): Promise<string> =>
        (await peer.inNamespace("cat /proc/[0-9]*/comm | grep -cx tail")).stdout.trim();
      await expect.poll(count, { timeout: 20_000 }).toBe("1");
      peer.disconnect();
      const cut = await following;
      const left = await count();
      const read = take(await client.call("terminal.read", { session: await terminal.connect(port) }));
      expect([
        cut.ok || cut.failure.code,
        left,
        await count(),
        read.interfaces.some(({ name }) => name === "eth0"),
      ]).toEqual(["port-lost", "1", "0", true]);
    });
  },
);
