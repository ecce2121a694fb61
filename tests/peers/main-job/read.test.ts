// Reading a terminal that nobody simulated, in every shell, with every way of logging in.
import { afterEach, describe, expect, test } from "vitest";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import type { ConsoleOptions } from "../console-options.ts";
import { findObstacle } from "../system-packages.ts";
import { describeConnection, startTerminalClient, take, type TerminalClient } from "../terminal-client.ts";

const obstacle = findObstacle("console");
const open: (ConsolePeer | TerminalClient)[] = [];

async function start(options: ConsoleOptions): Promise<{ peer: ConsolePeer; terminal: TerminalClient; port: string }> {
  const peer = await startConsole(options);
  const terminal = startTerminalClient();
  open.push(terminal, peer);
  return { peer, terminal, port: `tcp:127.0.0.1:${peer.port}` };
}

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const eth0 = {
  name: "eth0",
  kind: "ethernet",
  link: "up",
  mtu: 1500,
  manager: "ifupdown",
  ipv4: { method: "static", address: "192.168.1.20", prefixLength: 24, gateway: "192.168.1.1", dns: ["192.168.1.1"] },
};

describe.skipIf(obstacle !== null)(`reading a real console${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test.for([
    ["bash", "root-password"],
    ["bash", "user-password"],
    ["bash", "user-sudo"],
    ["dash", "user-su"],
    ["dash", "user-sudo-without-password"],
    ["busybox-ash", "root-autologin"],
    ["busybox-ash", "user-password"],
  ] as const)("%s, %s: who it is, eth0 and a healthy verdict", async ([shell, login]) => {
    const { peer, terminal, port } = await start({ shell, login, manager: "ifupdown", hostName: "till-7" });
    const session = await terminal.connect(port, {
      login: { user: peer.user, password: peer.password },
      become: login.startsWith("user-sudo") ? "sudo" : login === "user-su" ? "su" : null,
      becomePassword: peer.rootPassword === "" ? null : peer.rootPassword,
    });
    const report = take(await terminal.client.call("terminal.read", { session }));
    expect({
      host: report.terminal.hostName,
      verdict: report.verdict.code,
      eth0: report.interfaces.find(({ name }) => name === "eth0"),
      errors: report.findings.filter(({ severity }) => severity === "error"),
    }).toMatchObject({ host: "till-7", verdict: "healthy", eth0, errors: [] });
  });

  test.for([
    ["ip", "ifconfig and route tell", ["ip"]],
    ["ip and route", "ifconfig and /proc tell", ["ip", "route"]],
    ["ifconfig and route", "ip tells", ["ifconfig", "route"]],
  ] as const)("without %s, %s address, mask and gateway", async ([, , withoutTools]) => {
    const { terminal, port } = await start({ shell: "dash", login: "root-autologin", withoutTools });
    const session = await terminal.connect(port);
    const report = take(await terminal.client.call("terminal.read", { session }));
    expect(report.interfaces.find(({ name }) => name === "eth0")?.running?.ipv4).toMatchObject({
      address: "192.168.1.20",
      prefixLength: 24,
      gateway: "192.168.1.1",
    });
  });

  test("a router elsewhere that answers on the cable is odd, and not wrong", async () => {
    const routerAddresses = ["192.168.2.1/24", "192.168.1.9/24"];
    const { peer, terminal, port } = await start({
      shell: "dash",
      login: "root-autologin",
      network: { gateway: "192.168.2.1", routerAddresses },
    });
    // Its question makes the terminal's kernel note who asked.
    await peer.inRouter(
      "ip route replace 192.168.1.20/32 dev lan0 src 192.168.2.1; echo >/dev/udp/192.168.1.20/9 || ping -c 1 -W 2 192.168.1.20",
    );
    const session = await terminal.connect(port);
    const report = take(await terminal.client.call("terminal.read", { session }));
    const found = report.findings.find(({ rule }) => rule === "ipv4.gateway-outside-subnet");
    expect([report.neighbours, found?.severity]).toEqual([[{ interface: "eth0", address: "192.168.2.1" }], "warning"]);
  });

  test("a console that speaks Chinese lets a user in", async () => {
    const { peer, terminal, port } = await start({ shell: "bash", login: "user-password", locale: "zh_CN.UTF-8" });
    const session = await terminal.connect(port, { login: { user: peer.user, password: peer.password } });
    expect(take(await terminal.client.call("terminal.read", { session })).verdict.code).toBe("healthy");
  });

  test("a getty that takes three seconds is waited for", async () => {
    const { terminal, port } = await start({ shell: "dash", login: "root-autologin", gettyDelay: 3 });
    const session = await terminal.connect(port);
    expect(take(await terminal.client.call("terminal.read", { session })).terminal.family).toBe("linux-console");
  });

  test("a wrong password is tried once and never again", async () => {
    const { peer, terminal, port } = await start({ shell: "bash", login: "user-password" });
    // login(1) notes each refused attempt there, if the file exists: one record has 384 octets (utmp(5)).
    await peer.inNamespace("rm -f /var/log/btmp; touch /var/log/btmp");
    const login = { user: peer.user, password: "not-the-password" };
    const refused = await terminal.client.call("terminal.connect", describeConnection(port, { login }));
    const noted = await peer.inNamespace("stat -c %s /var/log/btmp");
    expect([refused.ok ? "in" : refused.failure.code, Number(noted.stdout) / 384]).toEqual(["login-refused", 1]);
  });

  test("a login without credentials says what is missing and types nothing", async () => {
    const { terminal, port } = await start({ shell: "bash", login: "user-password" });
    const refused = await terminal.client.call("terminal.connect", describeConnection(port));
    expect(refused.ok ? "in" : refused.failure.code).toBe("login-needed");
  });

  test("leaving logs out and gives the echo back", async () => {
    const { peer, terminal, port } = await start({ shell: "bash", login: "user-password" });
    await terminal.connect(port, { login: { user: peer.user, password: peer.password } });
    await terminal.close();
    const who = await peer.inNamespace(`ps -u ${peer.user} -o comm= | wc -l`);
    expect(who.stdout.trim()).toBe("0");
  });

  test("a connection that was cut finds its own shell again and goes on", async () => {
    const { peer, terminal, port } = await start({ shell: "dash", login: "root-autologin" });
    const first = await terminal.connect(port);
    take(await terminal.client.call("terminal.read", { session: first }));
    peer.disconnect();
    const second = await terminal.connect(port);
    expect(take(await terminal.client.call("terminal.read", { session: second })).verdict.code).toBe("healthy");
  });

  test("a cable pulled while reading is one failure, and the port can be used again", async () => {
    const { peer, terminal, port } = await start({ shell: "bash", login: "root-autologin" });
    const session = await terminal.connect(port);
    const reading = terminal.client.call("terminal.read", { session });
    peer.disconnect();
    const lost = await reading;
    const again = await terminal.connect(port);
    expect([lost.ok ? "read" : lost.failure.code, typeof again]).toEqual(["port-lost", "string"]);
  });

  test("a serial device path works as well as TCP", async () => {
    const { peer, terminal } = await start({ shell: "bash", login: "root-autologin" });
    const device = await peer.presentAsDevice();
    const session = await terminal.connect(device.path);
    expect(take(await terminal.client.call("terminal.read", { session })).verdict.code).toBe("healthy");
  });
});
