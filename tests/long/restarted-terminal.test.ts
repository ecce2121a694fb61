// A whole small machine that restarts in the middle of a session: nothing is typed into its start, and it is read again.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MachinePeer, startMachine } from "../peers/busybox-machine.ts";
import { findObstacle } from "../peers/system-packages.ts";
import { startTerminalClient, take, type TerminalClient } from "../peers/terminal-client.ts";

const obstacle = findObstacle("machine");

const interfacesFile = `auto lo
iface lo inet loopback

auto eth0
iface eth0 inet static
    address 10.0.2.15
    netmask 255.255.255.0
    gateway 10.0.2.2
    up [ -e /proc/version ] && (sleep 40; reboot -f) >/dev/null 2>&1 &
`;

describe.skipIf(obstacle !== null)(`a machine that restarts${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let machine: MachinePeer;
  let terminal: TerminalClient;

  beforeAll(async () => {
    machine = await startMachine({ login: "shell", interfacesFile });
    terminal = startTerminalClient();
  });
  afterAll(async () => {
    await terminal.close();
    await machine.close();
  });

  const countStarts = (): number => machine.readTranscript().split("Linux version").length - 1;

  test("the session says so, and the same port is read again once it is up", async () => {
    const port = `tcp:127.0.0.1:${machine.port}`;
    const login = { timeoutSeconds: 90 };
    const session = await terminal.connect(port, login);
    const before = take(await terminal.client.call("terminal.read", { session }));
    await expect.poll(countStarts, { timeout: 90_000 }).toBe(2);
    const cut = await terminal.client.call("terminal.read", { session });
    await terminal.client.call("terminal.close", { session });
    const again = await terminal.connect(port, login);
    const after = take(await terminal.client.call("terminal.read", { session: again }));
    // The IPv6 address comes whenever the router says so.
    const addresses = [before, after].map(
      ({ interfaces }) => interfaces.find(({ name }) => name === "eth0")?.running?.ipv4,
    );
    expect([cut.ok ? "read" : cut.failure.code, addresses[1]]).toEqual(["terminal-restarted", addresses[0]]);
  });
});
