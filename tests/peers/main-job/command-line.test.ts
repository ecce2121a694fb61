// The command line as a script and as a person with Ctrl-C use it, on a real console.
import { afterEach, describe, expect, test } from "vitest";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import type { ConsoleOptions } from "../console-options.ts";
import { findObstacle } from "../system-packages.ts";
import { call } from "./call-command-line.ts";

const obstacle = findObstacle("console");
const peers: ConsolePeer[] = [];

async function start(options: Partial<ConsoleOptions> = {}): Promise<{ peer: ConsolePeer; port: string }> {
  const peer = await startConsole({ shell: "bash", login: "root-autologin", manager: "ifupdown", ...options });
  peers.push(peer);
  return { peer, port: `tcp:127.0.0.1:${peer.port}` };
}

afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

const slow = `auto lo
iface lo inet loopback

auto eth0
iface eth0 inet static
    address 192.168.1.20/24
    gateway 192.168.1.1
    up sleep 2
`;

describe.skipIf(obstacle !== null)(
  `the command line on a real console${obstacle === null ? "" : ` (${obstacle})`}`,
  () => {
    test("reads with a password from the environment and prints JSON alone on standard output", async () => {
      const { peer, port } = await start({ login: "user-password" });
      const ended = await call(
        ["read", "--port", port, "--json", "--login", peer.user, "--password-env", "TILL_PASSWORD"],
        {
          environment: { TILL_PASSWORD: peer.password },
        },
      );
      const report = JSON.parse(ended.stdout) as { terminal: { hostName: string }; verdict: { code: string } };
      expect([ended.status, report.terminal.hostName, report.verdict.code]).toEqual([0, "terminal", "healthy"]);
    });

    test("takes the password from standard input, says in Chinese what it does, and never repeats it", async () => {
      const { peer, port } = await start({ login: "user-password" });
      const words = ["read", "--port", port, "--lang", "zh-CN", "--login", peer.user, "--password-stdin"];
      const ended = await call(words, { input: `${peer.password}\n` });
      expect([
        ended.status,
        ended.stderr.includes("正在登录"),
        `${ended.stdout}${ended.stderr}`.includes(peer.password),
      ]).toEqual([0, true, false]);
    });

    test("what read prints, check accepts", async () => {
      const { port } = await start({ network: { gateway: "192.168.2.1" } });
      const read = await call(["read", "--port", port, "--json"]);
      const checked = await call(["check", "-", "--json"], { input: read.stdout });
      const report = JSON.parse(read.stdout) as { findings: unknown; verdict: unknown };
      expect([checked.status, JSON.parse(checked.stdout)]).toEqual([
        1,
        { findings: report.findings, verdict: report.verdict },
      ]);
    });

    test("plan shows the difference and changes nothing; push --fix --yes does it", async () => {
      const { peer, port } = await start({ network: { gateway: "192.168.2.1" } });
      const planned = await call(["plan", "--port", port, "--fix", "--json"]);
      const before = await peer.inNamespace("cat /etc/network/interfaces");
      const pushed = await call(["push", "--port", port, "--fix", "--yes", "--json"]);
      const after = await peer.inNamespace("ip route show default");
      const { changes } = JSON.parse(planned.stdout) as { changes: unknown };
      const { outcome } = JSON.parse(pushed.stdout) as { outcome: string };
      expect([
        planned.status,
        changes,
        before.stdout.includes("192.168.2.1"),
        pushed.status,
        outcome,
        after.stdout.slice(0, 24),
      ]).toEqual([
        0,
        [{ interface: "eth0", field: "ipv4.gateway", from: "192.168.2.1", to: "192.168.1.1" }],
        true,
        0,
        "confirmed",
        "default via 192.168.1.1 ",
      ]);
    });

    test("push without --yes and without anybody to ask writes nothing", async () => {
      const { peer, port } = await start();
      const ended = await call(["push", "--port", port, "--set", "eth0.ipv4.address=192.168.1.99/24"], { input: "" });
      const address = await peer.inNamespace("ip -4 addr show eth0");
      expect([ended.status, address.stdout.includes("192.168.1.20/24")]).toEqual([6, true]);
    });

    test("Ctrl-C while reading ends with 130 and leaves the port and the terminal usable", async () => {
      const { port } = await start();
      const stopped = await call(["read", "--port", port, "--lang", "en"], { interruptAt: /Reading…/ });
      const again = await call(["read", "--port", port, "--lang", "en"]);
      expect([stopped.status, again.status]).toEqual([130, 0]);
    });

    test("Ctrl-C while writing lets the terminal finish, takes the change back and says so", async () => {
      const { peer, port } = await start({ interfacesFile: slow });
      const words = ["push", "--port", port, "--set", "eth0.ipv4.address=192.168.1.99/24", "--yes", "--lang", "en"];
      const stopped = await call(words, { interruptAt: /Trying/ });
      const state = await peer.inNamespace(
        "ip -4 addr show eth0 | grep -o 'inet [0-9./]*'; cat /etc/network/interfaces",
      );
      expect([stopped.status, stopped.stdout.split("\n")[0], state.stdout]).toEqual([
        130,
        "The terminal has its OLD settings again; they were read back from it.",
        `inet 192.168.1.20/24\n${slow}`,
      ]);
    });

    test.for([
      [["read", "--port", "tcp:127.0.0.1:1"], 3, "port-refused"],
      [["read", "--port", "/dev/no-such-port"], 3, "port-missing"],
      [["read", "--port", "tcp:nonsense"], 2, "port-invalid"],
      [["plan", "--port", "tcp:127.0.0.1:1"], 2, "input-invalid"],
      [["read", "--port", "tcp:127.0.0.1:1", "--baud", "fast"], 2, ""],
      [["read"], 2, ""],
    ] as const)("%j ends with %i and says %s", async ([words, status, code]) => {
      const ended = await call([...words]);
      expect([ended.status, ended.stderr.includes(code)]).toEqual([status, true]);
    });
  },
);
