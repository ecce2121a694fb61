// Real systemd-networkd: `ip`, `networkctl` and its files are the witnesses.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findObstacle } from "../system-packages.ts";
import { ManagedTerminal, waitForAnswer } from "./managed-terminal.ts";
import { change, networkdStock, unitFolder } from "./stock.ts";

const obstacle = findObstacle("managers");
const { file, text, state, old, changed } = networkdStock;
const folder = unitFolder;
const newUnit = text.replace("1.20/24", "1.77/24").replace("Gateway=192.168.1.1", "Gateway=192.168.1.254");

let terminal: ManagedTerminal;

describe.skipIf(obstacle !== null)(
  `a terminal with systemd-networkd${obstacle === null ? "" : ` (${obstacle})`}`,
  () => {
    beforeAll(async () => {
      terminal = await ManagedTerminal.start(networkdStock);
    });
    afterAll(() => terminal?.close());
    beforeEach(async () => {
      await terminal.witness(networkdStock.restore);
      await waitForAnswer(() => terminal.witness(state), old, 10);
    });

    test("is read as networkctl itself tells it, and stock settings have no error", async () => {
      const report = await terminal.read();
      const eth0 = report.interfaces.find(({ name }) => name === "eth0");
      const own = {
        method: "static",
        address: "192.168.1.20",
        prefixLength: 24,
        gateway: "192.168.1.1",
        dns: ["192.168.1.1"],
      };
      expect([
        await terminal.witness(state),
        eth0,
        report.findings.filter(({ severity }) => severity === "error"),
      ]).toMatchObject([old, { manager: "systemd-networkd", ipv4: own, running: { ipv4: own } }, []]);
    });

    test("address, gateway and name servers are applied, only their lines change, and they survive a power cut", async () => {
      await terminal.witness(`chmod 664 ${file}`);
      const pushed = await terminal.push([...change, "eth0.ipv4.dns=192.168.1.1,9.9.9.9"]);
      const before = await terminal.witness(`${state}; stat -c %a ${file}; cat ${file}`);
      await terminal.cutPower();
      const expected = changed.replace("nameserver 192.168.1.1", "nameserver 192.168.1.1\nnameserver 9.9.9.9");
      const after = await waitForAnswer(() => terminal.witness(state), expected, 15);
      expect([
        pushed.outcome,
        pushed.fields.map(({ verdict, persisted }) => `${verdict} ${persisted}`),
        before,
        after,
      ]).toEqual([
        "confirmed",
        ["applied true", "applied true", "applied true"],
        `${expected}\n664\n${newUnit.trim()}`,
        expected,
      ]);
    });

    test("from static to DHCP and back", async () => {
      const leased = await terminal.push(["eth0.ipv4.method=dhcp"]);
      const lease = await terminal.witness(`${state}; grep -v '^#' ${file}`);
      const report = await terminal.read();
      const back = await terminal.push([
        "eth0.ipv4.address=192.168.1.20/24",
        "eth0.ipv4.gateway=192.168.1.1",
        "eth0.ipv4.dns=192.168.1.1",
      ]);
      expect([
        leased.outcome,
        lease,
        report.interfaces.find(({ name }) => name === "eth0")?.ipv4?.method,
        report.findings.filter(({ severity }) => severity === "error"),
        back.outcome,
        await terminal.witness(state),
      ]).toEqual([
        "confirmed",
        expect.stringMatching(
          /^inet 192\.168\.1\.1\d\d\/24\ndefault via 192\.168\.1\.1\n[^]*\[Network\]\n; the shop's network\nLinkLocalAddressing=no\nIPv6AcceptRA=no\nDHCP=ipv4$/,
        ),
        "dhcp",
        [],
        "confirmed",
        old,
      ]);
    });

    test("a file that serves other interfaces too stays, and this one gets its own", async () => {
      const shared = text.replace("Name=eth0", "Name=eth*");
      await terminal.witness(`sed -i 's/^Name=.*/Name=eth*/' ${file}; networkctl reload`);
      const pushed = await terminal.push(change);
      const own = `${folder}/05-counterpart-eth0.network`;
      const after = await terminal.witness(`${state}; cat ${file}; grep -c . ${own}`);
      expect([pushed.outcome, after]).toEqual([
        "confirmed",
        `${changed.replace(file, own).replace("10-till.network\n\n", "05-counterpart-eth0.network\n10-till.network\n\n")}\n${shared}9`,
      ]);
    });

    test("a drop-in that holds the gateway is where the gateway changes", async () => {
      const dropIn = `${folder}/10-till.network.d/gateway.conf`;
      await terminal.witness(
        `mkdir ${folder}/10-till.network.d; sed -i /^Gateway/d ${file}; printf '[Network]\\nGateway=192.168.1.1\\n' > ${dropIn}; networkctl reload; networkctl reconfigure eth0`,
      );
      await waitForAnswer(
        () => terminal.witness("ip route show default | cut -d' ' -f1-3"),
        "default via 192.168.1.1",
        5,
      );
      const pushed = await terminal.push(["eth0.ipv4.gateway=192.168.1.254"]);
      const after = await terminal.witness(
        `ip route show default | cut -d' ' -f1-3; cat ${dropIn}; grep -c Gateway ${file}`,
      );
      expect([pushed.outcome, pushed.failure?.message.en ?? "", after]).toEqual([
        "confirmed",
        "",
        "default via 192.168.1.254\n[Network]\nGateway=192.168.1.254\n0",
      ]);
    });

    test("two interfaces change in one push, each in its own file", async () => {
      const second = `${folder}/20-second.network`;
      await terminal.witness(
        `ip link add eth1 type veth peer name far1; ip link set far1 up; printf '[Match]\\nName=eth1\\n[Network]\\nAddress=10.7.0.20/24\\nLinkLocalAddressing=no\\nIPv6AcceptRA=no\\n' > ${second}; networkctl reload`,
      );
      const running = "ip -4 -o addr show | grep -o 'eth[01] *inet [0-9./]*' | tr -s ' '";
      await waitForAnswer(() => terminal.witness(running), "eth0 inet 192.168.1.20/24\neth1 inet 10.7.0.20/24", 8);
      const pushed = await terminal.push(["eth0.ipv4.address=192.168.1.77/24", "eth1.ipv4.address=10.7.0.77/24"]);
      const after = await terminal.witness(
        `${running}; grep -h ^Address ${file} ${second}; ls /run/systemd/network; ip link delete eth1`,
      );
      expect([pushed.outcome, after]).toEqual([
        "confirmed",
        "eth0 inet 192.168.1.77/24\neth1 inet 10.7.0.77/24\nAddress=192.168.1.77/24\nAddress=10.7.0.77/24",
      ]);
    });

    test("what somebody else has changed since the plan is not overwritten", async () => {
      const pushed = await terminal.push(change, { between: `sed -i s/1.20/1.33/ ${file}` });
      expect([pushed.outcome, pushed.failure?.code]).toEqual(["refused", "plan-stale"]);
    });

    test("a cable pulled before the confirmation ends with the old settings, by itself", async () => {
      const pushed = await terminal.push(change, { pullAt: "verifying" });
      const between = await terminal.witness(
        "ip -4 -o addr show eth0 | grep -o 'inet [0-9./]*'; ls /run/systemd/network",
      );
      const expected = `${old}\n/run/counterpart/restored`;
      const after = await waitForAnswer(() => terminal.witness(`${state}; ls /run/counterpart/restored`), expected, 25);
      expect([pushed.outcome, between, after, await terminal.witness(`cat ${file}`)]).toEqual([
        "unknown",
        "inet 192.168.1.77/24\n05-counterpart-eth0.network",
        expected,
        text.trim(),
      ]);
    });

    test("a power cut before the confirmation ends with the old settings", async () => {
      await terminal.push(change, { pullAt: "verifying" });
      const between = await terminal.witness("ip -4 -o addr show eth0 | grep -o 'inet [0-9./]*'");
      await terminal.cutPower();
      expect([between, await waitForAnswer(() => terminal.witness(state), old, 15)]).toEqual([
        "inet 192.168.1.77/24",
        old,
      ]);
    });
  },
);
