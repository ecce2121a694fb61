// DHCP clients: dhclient as ifupdown starts it, and BusyBox's udhcpc as a start script does. `ip`, the files and the list
// of processes are the witnesses.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findObstacle } from "../system-packages.ts";
import { ManagedTerminal, waitForAnswer } from "./managed-terminal.ts";

const obstacle = findObstacle("managers");
const address = "ip -4 -o addr show eth0 | grep -o 'inet [0-9./]*'; ip -4 route show default | cut -d' ' -f1-3";
const clients = "cat /proc/[0-9]*/comm | grep -c -x -e dhclient -e udhcpc";
const leased = /^inet 192\.168\.1\.1\d\d\/24\ndefault via 192\.168\.1\.1$/;
const fixed = "inet 192.168.1.20/24\ndefault via 192.168.1.1";

let terminal: ManagedTerminal;

describe.skipIf(obstacle !== null)(`a terminal with ifupdown${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  const start = "# made by hand, keep\nauto lo eth0 eth1\niface lo inet loopback\n\nsource /etc/network/shop/*.if\n";
  const shop = `# the till
iface eth0 inet static
    address 192.168.1.20/24
    gateway 192.168.1.1
    up echo up >> /tmp/hook
    # the second line
iface eth1 inet static
    address 10.7.0.20
    netmask 255.255.255.0
`;
  const file = "/etc/network/shop/till.if";

  beforeAll(async () => {
    terminal = await ManagedTerminal.start({
      startUp: "ifupdown",
      settings: [
        "ip link add eth1 type veth peer name far1; ip link set far1 up",
        "echo nameserver 192.168.1.1 > /etc/resolv.conf",
      ],
      files: { "/etc/network/interfaces": start, [file]: shop },
    });
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

  test("a cable pulled on the way from DHCP to static ends with the lease and its client", async () => {
    await terminal.push(["eth0.ipv4.method=dhcp"]);
    await terminal.push(["eth0.ipv4.address=192.168.1.88/24", "eth0.ipv4.gateway=192.168.1.1"], {
      pullAt: "verifying",
    });
    const between = await terminal.witness(`${address}; ${clients}`);
    const state = await waitForAnswer(
      () => terminal.witness("ls /run/counterpart/restored"),
      "/run/counterpart/restored",
      25,
    );
    expect([between, state, await terminal.witness(address), await terminal.witness(clients)]).toEqual([
      "inet 192.168.1.88/24\ndefault via 192.168.1.1\n0",
      "/run/counterpart/restored",
      expect.stringMatching(leased),
      "1",
    ]);
  });
});

describe.skipIf(obstacle !== null)(`a terminal with udhcpc alone${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  const script = `#!/bin/sh
case "$1" in
deconfig) ip -4 addr flush dev $interface; ip link set $interface up ;;
bound | renew)
  ip -4 addr flush dev $interface
  ip addr add $ip/\${mask:-24} dev $interface
  for gateway in $router; do ip route replace default via $gateway dev $interface; done
  for server in $dns; do echo nameserver $server; done > /etc/resolv.conf ;;
esac
`;

  beforeAll(async () => {
    terminal = await ManagedTerminal.start({
      startUp: "udhcpc",
      settings: ["ln -sf $(command -v busybox) /usr/sbin/udhcpc", "chmod 755 /root/udhcpc-script"],
      files: { "/root/udhcpc-script": script },
    });
    await waitForAnswer(async () => String(leased.test(await terminal.witness(address))), "true", 15);
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

  test("a cable pulled before the confirmation ends with the lease and its client", async () => {
    await terminal.push(
      ["eth0.ipv4.address=192.168.1.20/24", "eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=192.168.1.1"],
      {
        pullAt: "verifying",
      },
    );
    const between = await terminal.witness(`${address}; ${clients}`);
    await waitForAnswer(() => terminal.witness("ls /run/counterpart/restored"), "/run/counterpart/restored", 25);
    expect([between, await terminal.witness(address), await terminal.witness(clients)]).toEqual([
      `${fixed}\n0`,
      expect.stringMatching(leased),
      "1",
    ]);
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
