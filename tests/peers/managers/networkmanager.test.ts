// Real NetworkManager: it is asked what it has (nmcli), and so are `ip` and the file it keeps.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findObstacle } from "../system-packages.ts";
import { ManagedTerminal, waitForAnswer } from "./managed-terminal.ts";

const obstacle = findObstacle("managers");
const uuid = "7c3f2a0e-0a3b-4b53-9a5e-0d6c1f0b7a21";
const file = "/etc/NetworkManager/system-connections/till.nmconnection";
const shadow = "ls /run/NetworkManager/system-connections | grep -c till";

const profile = `# written by the technician
[connection]
id=the till
uuid=${uuid}
type=ethernet
interface-name=eth0

[ipv4]
method=manual
address1=192.168.1.20/24,192.168.1.1
dns=192.168.1.1;

[ipv6]
method=ignore
`;

const settings = `[main]
plugins=keyfile
auth-polkit=false
rc-manager=file
no-auto-default=*
[device-eth0]
match-device=interface-name:eth0
managed=1
`;

let terminal: ManagedTerminal;

/** What runs and what NetworkManager keeps, a line each. */
const state = [
  "ip -4 -o addr show eth0 | grep -o 'inet [0-9./]*'",
  "ip -4 route show default | cut -d' ' -f1-3",
  `nmcli -t -e no -f ipv4.method,ipv4.addresses,ipv4.gateway,ipv4.dns connection show ${uuid}`,
  "grep -h nameserver /etc/resolv.conf",
].join("; ");

const stock = [
  "inet 192.168.1.20/24",
  "default via 192.168.1.1",
  "ipv4.method:manual",
  "ipv4.addresses:192.168.1.20/24",
  "ipv4.gateway:192.168.1.1",
  "ipv4.dns:192.168.1.1",
  "nameserver 192.168.1.1",
].join("\n");

const changed = stock
  .replaceAll("1.20/24", "1.77/24")
  .replaceAll("way:192.168.1.1", "way:192.168.1.254")
  .replace("via 192.168.1.1", "via 192.168.1.254");
const change = ["eth0.ipv4.address=192.168.1.77/24", "eth0.ipv4.gateway=192.168.1.254"];

describe.skipIf(obstacle !== null)(`a terminal with NetworkManager${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  beforeAll(async () => {
    terminal = await ManagedTerminal.start("networkmanager", {
      settings: [
        "rm -rf /etc/NetworkManager/conf.d/* /etc/NetworkManager/system-connections/* /var/lib/NetworkManager/*",
        `cat /root/till > ${file}; chmod 600 ${file}`,
      ],
      files: { "/etc/NetworkManager/NetworkManager.conf": settings, "/root/till": profile },
    });
  });
  afterAll(() => terminal?.close());
  beforeEach(async () => {
    await terminal.witness(
      `[ "$(cat ${file})" = "$(cat /root/till)" ] || { cat /root/till > ${file}; rm -f /run/NetworkManager/system-connections/*till*; nmcli connection load ${file}; nmcli connection up ${uuid}; }`,
    );
  });

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
      stock,
      { manager: "networkmanager", ipv4: own, running: { ipv4: own } },
      [{ address: "192.168.1.1", source: "NetworkManager" }],
      [],
    ]);
  });

  test("address, gateway and name servers are applied, kept in the profile's file, and survive a power cut", async () => {
    const pushed = await terminal.push([...change, "eth0.ipv4.dns=192.168.1.1,9.9.9.9"]);
    const expected = `${changed.replace("dns:192.168.1.1", "dns:192.168.1.1,9.9.9.9")}\nnameserver 9.9.9.9`;
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
        /^inet 192\.168\.1\.1\d\d\/24\ndefault via 192\.168\.1\.1\nipv4\.method:auto\nipv4\.addresses:\n/,
      ),
      "dhcp",
      [],
      "confirmed",
      stock,
    ]);
  });

  test("a cable pulled before the confirmation ends with the old settings, by itself and byte for byte", async () => {
    const pushed = await terminal.push(change, { pullAt: "verifying" });
    const between = await terminal.witness(state);
    const after = await waitForAnswer(
      () => terminal.witness(`${state}; ${shadow}; ls /run/counterpart/restored`),
      `${stock}\n0\n/run/counterpart/restored`,
      25,
    );
    expect([pushed.outcome, between, after, await terminal.witness(`cat ${file}`)]).toEqual([
      "unknown",
      changed,
      `${stock}\n0\n/run/counterpart/restored`,
      profile.trim(),
    ]);
  });

  test("what somebody else has changed since the plan is not overwritten", async () => {
    const between = `nmcli connection modify ${uuid} ipv4.addresses 192.168.1.33/24`;
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
      stock,
    ]);
  });

  test("a power cut before the confirmation ends with the old settings", async () => {
    await terminal.push(change, { pullAt: "verifying" });
    const between = await terminal.witness(state);
    await terminal.cutPower();
    expect([between, await waitForAnswer(() => terminal.witness(state), stock, 15)]).toEqual([changed, stock]);
  });
});
