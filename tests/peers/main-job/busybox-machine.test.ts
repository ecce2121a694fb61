// A whole small machine whose kernel talks in the middle of everything: no `ip -j`, no cksum, ash with its cursor queries.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MachinePeer, startMachine } from "../busybox-machine.ts";
import { findObstacle } from "../system-packages.ts";
import { startTerminalClient, take, type TerminalClient } from "../terminal-client.ts";

const obstacle = findObstacle("machine");

const interfacesFile = `auto lo
iface lo inet loopback

auto eth0
iface eth0 inet static
    address 10.0.2.15
    netmask 255.255.255.0
    gateway 10.0.3.2
`;

describe.skipIf(obstacle !== null)(
  `a BusyBox machine with a talking kernel${obstacle === null ? "" : ` (${obstacle})`}`,
  () => {
    let machine: MachinePeer;
    let terminal: TerminalClient;
    let session: string;

    beforeAll(async () => {
      machine = await startMachine({ login: "root-password", kernelMessagesEvery: 60, interfacesFile });
      terminal = startTerminalClient();
      session = await terminal.connect(`tcp:127.0.0.1:${machine.port}`, {
        login: { user: machine.user, password: machine.password },
        timeoutSeconds: 60,
      });
    }, 150_000);
    afterAll(async () => {
      await terminal.close();
      await machine.close();
    });

    test("is read whole although kernel messages stand in the answers", async () => {
      const report = take(await terminal.client.call("terminal.read", { session }));
      const eth0 = report.interfaces.find(({ name }) => name === "eth0");
      expect({
        eth0,
        rule: report.verdict.rule,
        noise: machine.readTranscript().includes("counterpart-noise"),
      }).toMatchObject({
        eth0: { kind: "ethernet", manager: "ifupdown", running: { ipv4: { address: "10.0.2.15", prefixLength: 24 } } },
        rule: "ipv4.gateway-outside-subnet",
        noise: true,
      });
    });

    test("takes a new gateway through BusyBox ifup and keeps it in its file", async () => {
      const set = ["eth0.ipv4.gateway=10.0.2.2"];
      const plan = take(await terminal.client.call("plan.make", { session, set, fix: false }));
      const pushed = take(await terminal.client.call("plan.push", { session, digest: plan.digest, override: false }));
      const report = take(await terminal.client.call("terminal.read", { session }));
      const eth0 = report.interfaces.find(({ name }) => name === "eth0");
      expect([pushed.outcome, pushed.fields, eth0?.running?.ipv4?.gateway, report.verdict.code]).toEqual([
        "confirmed",
        [{ interface: "eth0", field: "ipv4.gateway", verdict: "applied", persisted: true }],
        "10.0.2.2",
        "attention",
      ]);
    });

    test("hands over its latest log lines", async () => {
      const logs = take(await terminal.client.call("logs.read", { session, lines: 20 }));
      expect([logs.source, logs.lines.length]).toEqual(["logread", 20]);
    });
  },
);
