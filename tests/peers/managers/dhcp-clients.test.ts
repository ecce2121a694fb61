// DHCP clients: dhclient as ifupdown starts it, and BusyBox's udhcpc as a start script does. `ip`, the files and the list
// of processes are the witnesses.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findObstacle } from "../system-packages.ts";
import { ManagedTerminal, waitForAnswer } from "./managed-terminal.ts";
import { ifupdownStock, udhcpcStock } from "./stock.ts";

const obstacle = findObstacle("managers");
const address = "ip -4 -o addr show eth0 | grep -o 'inet [0-9./]*'; ip -4 route show default | cut -d' ' -f1-3";
const clients = "cat /proc/[0-9]*/comm | grep -c -x -e dhclient -e udhcpc";
const leased = /^inet 192\.168\.1\.1\d\d\/24\ndefault via 192\.168\.1\.1$/;
const fixed = "inet 192.168.1.20/24\ndefault via 192.168.1.1";

const { file, text: shop } = ifupdownStock;

let terminal: ManagedTerminal;

describe.skipIf(obstacle !== null)(`a terminal with ifupdown${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  beforeAll(async () => {
    terminal = await ManagedTerminal.start(ifupdownStock);
  });
  afterAll(() => terminal?.close());

  test("a file that is sourced from elsewhere is read, and stock settings have no error", async () => {
    const report = await terminal.read();
    const eth0 = report.interfaces.find(({ name }) => name === "eth0");
    const own = {
      method: "static",
      address: "192.168.1.20",
      prefixLength: 24,
      gateway: "192.168.1.1",
      dns: ["192.168.1.1"],
    };
    expect([eth0, report.findings.filter(({ severity }) => severity === "error")]).toMatchObject([
      { manager: "ifupdown", ipv4: own, running: { ipv4: own } },
      [],
    ]);
  });

  test("two interfaces of one file change in one push; comments and hooks stay", async () => {
    const pushed = await terminal.push(["eth0.ipv4.address=192.168.1.77/24", "eth1.ipv4.address=10.7.0.77/24"]);
    const running = "ip -4 -o addr show | grep -o 'eth[01] *inet [0-9./]*' | tr -s ' '";
    const state = [await terminal.witness(running), await terminal.witness(`cat ${file}`)];
    const back = await terminal.push(["eth0.ipv4.address=192.168.1.20/24", "eth1.ipv4.address=10.7.0.20/24"]);
    expect([pushed.outcome, state, back.outcome, await terminal.witness(`cat ${file}`)]).toEqual([
      "confirmed",
      [
        "eth0 inet 192.168.1.77/24\neth1 inet 10.7.0.77/24",
        shop.replace("1.20/24", "1.77/24").replace("10.7.0.20", "10.7.0.77").trim(),
      ],
      "confirmed",
      shop.trim(),
    ]);
  });

  test("from static to DHCP and back, and no client is left to restore the lease", async () => {
    const there = await terminal.push(["eth0.ipv4.method=dhcp"]);
    const lease = await terminal.witness(address);
    const running = await terminal.witness(clients);
    const stock = (await terminal.read()).findings.filter(({ severity }) => severity === "error");
    const back = await terminal.push([
      "eth0.ipv4.address=192.168.1.20/24",
      "eth0.ipv4.gateway=192.168.1.1",
      "eth0.ipv4.dns=192.168.1.1",
    ]);
    expect([
      there.outcome,
      lease,
      running,
      stock,
      back.outcome,
      await terminal.witness(address),
      await terminal.witness(clients),
    ]).toEqual(["confirmed", expect.stringMatching(leased), "1", [], "confirmed", fixed, "0"]);
  });

  test("a second client that nobody has noted is stopped too", async () => {
    await terminal.push(["eth0.ipv4.method=dhcp"]);
    await terminal.witness(
      "setsid dhclient -d -sf /bin/true -pf /tmp/second.pid -lf /tmp/second.leases eth0 >/dev/null 2>&1 </dev/null & sleep 1",
    );
    const before = await terminal.witness(clients);
    const back = await terminal.push([
      "eth0.ipv4.address=192.168.1.20/24",
      "eth0.ipv4.gateway=192.168.1.1",
      "eth0.ipv4.dns=192.168.1.1",
    ]);
    expect([before, back.outcome, await terminal.witness(address), await terminal.witness(clients)]).toEqual([
      "2",
      "confirmed",
      fixed,
      "0",
    ]);
  });
});

describe.skipIf(obstacle !== null)(`a terminal with udhcpc alone${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  beforeAll(async () => {
    terminal = await ManagedTerminal.start(udhcpcStock);
    const answer = await waitForAnswer(async () => String(leased.test(await terminal.witness(address))), "true", 15);
    if (answer !== "true") throw new Error(`no lease: ${await terminal.witness("cat /var/log/manager; ip addr")}`);
  });
  afterAll(() => terminal?.close());

  test("is read as a lease of udhcpc's, and has no error", async () => {
    const report = await terminal.read();
    const eth0 = report.interfaces.find(({ name }) => name === "eth0");
    expect([eth0, report.findings.filter(({ severity }) => severity === "error")]).toMatchObject([
      {
        manager: "busybox-udhcpc",
        ipv4: { method: "dhcp", prefixLength: 24, gateway: "192.168.1.1", dns: ["192.168.1.1"] },
      },
      [],
    ]);
  });

  test("a static address runs without the client and is said to be gone after a restart, which it is", async () => {
    const pushed = await terminal.push([
      "eth0.ipv4.address=192.168.1.20/24",
      "eth0.ipv4.gateway=192.168.1.1",
      "eth0.ipv4.dns=192.168.1.1",
    ]);
    const state = await terminal.witness(`${address}; ${clients}`);
    await terminal.cutPower();
    const after = await waitForAnswer(async () => String(leased.test(await terminal.witness(address))), "true", 15);
    expect([
      pushed.outcome,
      pushed.fields.filter(({ field }) => field !== "ipv4.dns").some(({ persisted }) => persisted),
      state,
      after,
    ]).toEqual(["confirmed", false, `${fixed}\n0`, "true"]);
  });

  test("an address that nobody keeps becomes a lease", async () => {
    await terminal.push([
      "eth0.ipv4.address=192.168.1.20/24",
      "eth0.ipv4.gateway=192.168.1.1",
      "eth0.ipv4.dns=192.168.1.1",
    ]);
    await terminal.witness(
      "mkdir -p /etc/udhcpc /usr/share/udhcpc; cp /root/udhcpc-script /etc/udhcpc/default.script; cp /root/udhcpc-script /usr/share/udhcpc/default.script",
    );
    const pushed = await terminal.push(["eth0.ipv4.method=dhcp"]);
    expect([
      pushed.outcome,
      pushed.fields.some(({ persisted }) => persisted),
      await terminal.witness(address),
      await terminal.witness(clients),
    ]).toEqual(["confirmed", false, expect.stringMatching(leased), "1"]);
  });
});
