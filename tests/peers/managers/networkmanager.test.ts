// Real NetworkManager: it is asked what it has (nmcli), and so are `ip` and the file it keeps.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findObstacle } from "../system-packages.ts";
import { ManagedTerminal, waitForAnswer } from "./managed-terminal.ts";
import { change, networkManagerStock, profileId } from "./stock.ts";

const obstacle = findObstacle("managers");
const { file, text, state, old, changed } = networkManagerStock;
const shadow = "ls /run/NetworkManager/system-connections | grep -c till";

let terminal: ManagedTerminal;

describe.skipIf(obstacle !== null)(`a terminal with NetworkManager${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  beforeAll(async () => {
    terminal = await ManagedTerminal.start(networkManagerStock);
  });
  afterAll(() => terminal?.close());
  beforeEach(() => terminal.witness(networkManagerStock.restore));

  test("is read as NetworkManager itself tells it, and stock settings have no error", async () => {
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
      report.nameServers,
      report.findings.filter(({ severity }) => severity === "error"),
    ]).toMatchObject([
      old,
      { manager: "networkmanager", ipv4: own, running: { ipv4: own } },
      [{ address: "192.168.1.1", source: "NetworkManager" }],
      [],
    ]);
  });

  test("address, gateway and name servers are applied, kept in the profile's file, and survive a power cut", async () => {
    const pushed = await terminal.push([...change, "eth0.ipv4.dns=192.168.1.1,9.9.9.9"]);
    const expected = changed
      .replace("dns:192.168.1.1", "dns:192.168.1.1,9.9.9.9")
      .replace("nameserver 192.168.1.1", "nameserver 192.168.1.1\nnameserver 9.9.9.9");
    const before = await terminal.witness(state);
    const mode = await terminal.witness(`stat -c '%a %U' ${file}; ${shadow}`);
    await terminal.cutPower();
    const after = await waitForAnswer(() => terminal.witness(state), expected, 15);
    expect([
      pushed.outcome,
      pushed.fields.map(({ verdict, persisted }) => `${verdict} ${persisted}`),
      before,
      mode,
      after,
    ]).toEqual(["confirmed", ["applied true", "applied true", "applied true"], expected, "600 root\n0", expected]);
  });

  test("from static to DHCP and back", async () => {
    const leased = await terminal.push(["eth0.ipv4.method=dhcp"]);
    const lease = await terminal.witness(state);
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
        /^inet 192\.168\.1\.1\d\d\/24\ndefault via 192\.168\.1\.1\nnameserver 192\.168\.1\.1\nipv4\.method:auto\nipv4\.addresses:\n/,
      ),
      "dhcp",
      [],
      "confirmed",
      old,
    ]);
  });

  test("a cable pulled before the confirmation ends with the old settings, by itself and byte for byte", async () => {
    const pushed = await terminal.push(change, { pullAt: "verifying" });
    const between = await terminal.witness(state);
    const after = await waitForAnswer(
      () => terminal.witness(`${state}; ${shadow}; ls /run/counterpart/restored`),
      `${old}\n0\n/run/counterpart/restored`,
      25,
    );
    expect([pushed.outcome, between, after, await terminal.witness(`cat ${file}`)]).toEqual([
      "unknown",
      changed,
      `${old}\n0\n/run/counterpart/restored`,
      text.trim(),
    ]);
  });

  test("what somebody else has changed since the plan is not overwritten", async () => {
    const between = `nmcli connection modify ${profileId} ipv4.addresses 192.168.1.33/24`;
    const pushed = await terminal.push(change, { between });
    expect([pushed.outcome, pushed.failure?.code]).toEqual(["refused", "plan-stale"]);
  });

  test("somebody else's checkpoint is respected", async () => {
    const call =
      "busctl call org.freedesktop.NetworkManager /org/freedesktop/NetworkManager org.freedesktop.NetworkManager";
    const between = `${call} CheckpointCreate aouu 1 $(nmcli -g GENERAL.DBUS-PATH device show eth0) 60 0`;
    const pushed = await terminal.push(change, { between });
    const listed =
      "busctl get-property org.freedesktop.NetworkManager /org/freedesktop/NetworkManager org.freedesktop.NetworkManager Checkpoints";
    const left = await terminal.witness(listed);
    await terminal.witness(`${call} CheckpointDestroy o ${left.split('"')[1] ?? "/"}`);
    expect([pushed.outcome, pushed.failure?.code, left.slice(0, 4), await terminal.witness(state)]).toEqual([
      "refused",
      "command-failed",
      "ao 1",
      old,
    ]);
  });

  test("a power cut before the confirmation ends with the old settings", async () => {
    await terminal.push(change, { pullAt: "verifying" });
    const between = await terminal.witness(state);
    await terminal.cutPower();
    expect([between, await waitForAnswer(() => terminal.witness(state), old, 15)]).toEqual([changed, old]);
  });
});
