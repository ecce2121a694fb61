import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MachinePeer, startMachine } from "./busybox-machine.ts";
import { openRawLine, type RawLine } from "./raw-line.ts";
import { findObstacle } from "./system-packages.ts";

const obstacle = findObstacle("machine");

describe.skipIf(obstacle !== null)(`a BusyBox machine${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let machine: MachinePeer;
  let line: RawLine;

  beforeAll(async () => {
    machine = await startMachine({ login: "root-password", kernelMessagesEvery: 100 });
    line = await openRawLine(machine.port);
  }, 120_000);
  afterAll(async () => {
    line.close();
    await machine.close();
  });

  test("lets root in with its password", async () => {
    await line.wake(/login: /);
    line.send(`${machine.user}\r`);
    await line.waitFor(/Password: /);
    line.send(`${machine.password}\r`);
    expect(await line.waitFor(/# /)).toContain("BusyBox");
  });

  test("got an address from the DHCP server behind eth0", async () => {
    line.send("ip addr show eth0; echo en''d\r");
    expect(await line.waitFor(/\nend\r/)).toMatch(/inet 10\.0\.2\.15\/24/);
  });

  test("prints kernel messages in the middle of a command's output", async () => {
    line.send("i=0; while [ $i -lt 30 ]; do i=$((i+1)); echo row-$i; usleep 20000; done; echo en''d\r");
    const said = await line.waitFor(/\nend\r/);
    expect(said).toMatch(/row-1\r[\s\S]*counterpart-noise \d+: link is not ready[\s\S]*row-30\r/);
  });

  test("has an ip without JSON and no cksum", async () => {
    line.send("ip -j addr | head -1; cksum; echo en''d\r");
    expect(await line.waitFor(/\nend\r/)).toMatch(/cksum: not found/);
  });
});
