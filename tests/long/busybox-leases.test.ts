// Leases on terminals that have nothing but BusyBox: udhcpc by its ifup, and by a start script. From a lease to a fixed
// address and back, with restarts and power cuts in between.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLeasedMachine, type LeasedMachine } from "../peers/faults/leased-machine.ts";
import { ManagedTerminal, waitForAnswer } from "../peers/managers/managed-terminal.ts";
import { udhcpcStock } from "../peers/managers/stock.ts";
import { findObstacle } from "../peers/system-packages.ts";

const machineObstacle = findObstacle("machine");
const obstacle = findObstacle("managers");

describe.skipIf(machineObstacle !== null)("a lease by BusyBox's ifup on a whole machine", () => {
  // Its DHCP server knows no way out.
  const leased = "inet 10.0.2.15/24\n1\niface eth0 inet dhcp";
  const fixed = "inet 10.0.2.77/24\ndefault via 10.0.2.2\n0\niface eth0 inet static";
  const toFixed = ["eth0.ipv4.address=10.0.2.77/24", "eth0.ipv4.gateway=10.0.2.2", "eth0.ipv4.dns=10.0.2.3"];
  let machine: LeasedMachine;

  beforeAll(async () => {
    machine = await startLeasedMachine();
  }, 150_000);
  afterAll(() => machine?.close());

  test("becomes a fixed address that lasts, and a lease again that lasts", async () => {
    const before = await machine.look(leased);
    const there = await machine.push(toFixed);
    const now = await machine.look(fixed);
    await machine.restart();
    const after = await machine.look(fixed);
    const back = await machine.push(["eth0.ipv4.method=dhcp"]);
    const again = await machine.look(leased);
    await machine.restart();
    expect({ before, there, now, after, back, again, last: await machine.look(leased) }).toEqual({
      before: leased,
      there: "confirmed",
      now: fixed,
      after: fixed,
      back: "confirmed",
      again: leased,
      last: leased,
    });
  });

  test.for(["arming", "writing", "verifying"])("is there again after a power cut while %s", async (stage) => {
    await machine.look(leased);
    const pushed = await machine.push(toFixed, { cutPowerAt: stage });
    const state = await machine.look(leased);
    expect([pushed, state, await machine.resume()]).toEqual(["unknown", leased, "rolled-back"]);
  });
});

describe.skipIf(obstacle !== null)("a lease by a start script on a console with nothing but BusyBox", () => {
  const address = "ip -4 -o addr show eth0 | grep -o 'inet [0-9./]*'; ip -4 route | grep ^default | cut -d' ' -f1-3";
  const clients = "cat /proc/[0-9]*/comm | grep -c -x udhcpc";
  const leased = /^inet 192\.168\.1\.1\d\d\/24\ndefault via 192\.168\.1\.1\n1$/;
  const toFixed = ["eth0.ipv4.address=192.168.1.20/24", "eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=192.168.1.1"];
  let terminal: ManagedTerminal;

  beforeAll(async () => {
    terminal = await ManagedTerminal.start({
      ...udhcpcStock,
      shell: "busybox-ash",
      settings: [
        "chmod 755 /root/udhcpc-script; mkdir -p /usr/share/udhcpc /etc/udhcpc",
        "for each in /usr/share/udhcpc /etc/udhcpc; do cp /root/udhcpc-script $each/default.script; done",
      ],
    });
  });
  afterAll(() => terminal?.close());

  const isLeased = (): Promise<string> =>
    waitForAnswer(async () => String(leased.test(await terminal.witness(`${address}; ${clients}`))), "true", 15);

  test("becomes a fixed address, a lease again, and is there after a cable that is pulled", async () => {
    const before = await isLeased();
    const there = await terminal.push(toFixed);
    const fixed = await terminal.witness(`${address}; ${clients}`);
    const back = await terminal.push(["eth0.ipv4.method=dhcp"]);
    const again = await isLeased();
    const pulled = await terminal.push(toFixed, { pullAt: "verifying" });
    await waitForAnswer(() => terminal.witness("ls /run/counterpart/restored"), "/run/counterpart/restored", 30);
    expect([before, there.outcome, fixed, back.outcome, again, pulled.outcome, await isLeased()]).toEqual([
      "true",
      "confirmed",
      "inet 192.168.1.20/24\ndefault via 192.168.1.1\n0",
      "confirmed",
      "true",
      "unknown",
      "true",
    ]);
  });
});
