// Whoever passes name servers on: systemd-resolved behind its stub, for systemd-networkd and for NetworkManager, and
// Debian's resolvconf for ifupdown. A name that only the router knows, looked up on the terminal, is the witness.
import { afterEach, describe, expect, test } from "vitest";
import { unpackLoan } from "../borrowed-packages.ts";
import { findObstacle } from "../system-packages.ts";
import { ManagedTerminal, waitForAnswer } from "./managed-terminal.ts";
import type { Stock } from "./stock.ts";

const obstacle = findObstacle("resolvers");

const networkdFile = "/etc/systemd/network/10-till.network";
const profileFile = "/etc/NetworkManager/system-connections/till.nmconnection";
const uuid = "7c3f2a0e-0a3b-4b53-9a5e-0d6c1f0b7a22";

interface Case extends Stock {
  readonly source: string;
  /** Prints the servers that are really asked, one a line. */
  readonly ask: string;
}

const askResolved = "resolvectl dns eth0 | sed 's/.*): //' | tr ' ' '\\n'";

const cases: readonly Case[] = [
  {
    startUp: "systemd-networkd with systemd-resolved",
    settings: [...unpackLoan("systemd-resolved"), `rm -rf /etc/systemd/network/*; cat /root/till > ${networkdFile}`],
    files: {
      "/root/till":
        "[Match]\nName=eth0\n[Network]\nAddress=192.168.1.20/24\nGateway=192.168.1.1\nDNS=192.168.1.1\nLinkLocalAddressing=no\n",
    },
    source: "systemd-resolved",
    ask: askResolved,
  },
  {
    startUp: "networkmanager with systemd-resolved",
    settings: [
      ...unpackLoan("systemd-resolved"),
      "rm -rf /etc/NetworkManager/conf.d/* /etc/NetworkManager/system-connections/* /var/lib/NetworkManager/*",
      `cat /root/till > ${profileFile}; chmod 600 ${profileFile}`,
    ],
    files: {
      "/etc/NetworkManager/NetworkManager.conf":
        "[main]\nplugins=keyfile\nauth-polkit=false\nno-auto-default=*\n[device-eth0]\nmatch-device=interface-name:eth0\nmanaged=1\n",
      "/root/till": `[connection]\nid=till\nuuid=${uuid}\ntype=ethernet\ninterface-name=eth0\n[ipv4]\nmethod=manual\naddress1=192.168.1.20/24,192.168.1.1\ndns=192.168.1.1;\n[ipv6]\nmethod=ignore\n`,
    },
    source: "systemd-resolved",
    ask: askResolved,
  },
  {
    startUp: "ifupdown with resolvconf",
    settings: unpackLoan("resolvconf"),
    files: {
      "/etc/network/interfaces":
        "auto lo eth0\niface lo inet loopback\niface eth0 inet static\n  address 192.168.1.20/24\n  gateway 192.168.1.1\n  dns-nameservers 192.168.1.1\n",
    },
    source: "resolvconf",
    ask: "sed -n 's/^nameserver //p' /etc/resolv.conf",
  },
];

let terminal: ManagedTerminal | null = null;

afterEach(async () => {
  await terminal?.close();
  terminal = null;
});

describe.skipIf(obstacle !== null)(`name servers${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test.for(cases)(
    "by $startUp: read as they are asked, changed and kept, and the old ones back after a power cut in between",
    async (stock) => {
      const { source, ask } = stock;
      const started = await ManagedTerminal.start(stock);
      terminal = started;
      const asked = (expected: string): Promise<string> => waitForAnswer(() => started.witness(ask), expected, 10);
      const resolve = "getent hosts acquirer.example";
      const before = [await asked("192.168.1.1"), await started.witness(resolve)];
      const report = await started.read();
      const eth0 = report.interfaces.find(({ name }) => name === "eth0");
      await started.push(["eth0.ipv4.dns=192.168.1.254"], { pullAt: "verifying" });
      await started.cutPower();
      const old = await asked("192.168.1.1");
      const pushed = await started.push(["eth0.ipv4.dns=192.168.1.254,192.168.1.1"]);
      const both = "192.168.1.254\n192.168.1.1";
      const applied = [await asked(both), await started.witness(resolve)];
      await started.cutPower();
      expect({
        before,
        dns: [eth0?.ipv4?.dns, eth0?.running?.ipv4?.dns, report.nameServers.at(-1)],
        errors: report.findings.filter(({ severity }) => severity === "error"),
        old,
        pushed: [pushed.outcome, pushed.failure, pushed.fields.map(({ persisted }) => persisted)],
        applied,
        kept: await asked(both),
      }).toEqual({
        before: ["192.168.1.1", "192.168.1.1     acquirer.example"],
        dns: [["192.168.1.1"], ["192.168.1.1"], { address: "192.168.1.1", source }],
        errors: [],
        old: "192.168.1.1",
        pushed: ["confirmed", null, [true]],
        applied: [both, "192.168.1.1     acquirer.example"],
        kept: both,
      });
    },
  );
});
