// Pushing to a terminal that nobody simulated; `ip` and the files in its namespace are the witnesses.
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import type { Output } from "../../../electron/contract/commands.ts";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import type { ConsoleOptions } from "../console-options.ts";
import { findObstacle } from "../system-packages.ts";
import { startTerminalClient, take, type TerminalClient } from "../terminal-client.ts";

const obstacle = findObstacle("console");
const open: (ConsolePeer | TerminalClient)[] = [];

interface Started {
  readonly peer: ConsolePeer;
  readonly terminal: TerminalClient;
  readonly session: string;
}

async function start(options: Partial<ConsoleOptions> & Pick<ConsoleOptions, "shell">): Promise<Started> {
  const peer = await startConsole({ login: "root-autologin", ...options });
  const terminal = startTerminalClient();
  open.push(terminal, peer);
  return { peer, terminal, session: await terminal.connect(`tcp:127.0.0.1:${peer.port}`) };
}

async function push({ terminal, session }: Started, set: readonly string[], fix = false): Promise<Output<"plan.push">> {
  const plan = take(await terminal.client.call("plan.make", { session, set, fix }));
  return take(await terminal.client.call("plan.push", { session, digest: plan.digest, override: false }));
}

async function witness({ peer }: Started, command: string): Promise<string> {
  return (await peer.inNamespace(command)).stdout.trim();
}

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const broken = `# made by hand, keep
auto lo
iface lo inet loopback

auto eth0
iface eth0 inet static
    # the till
    address 192.168.1.20
    netmask 255.255.255.0
    gateway 192.168.2.1
    up echo up >> /tmp/hook
`;

describe.skipIf(obstacle !== null)(`pushing to a real console${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test.for(["bash", "dash", "busybox-ash"] as const)(
    "%s: the gateway in another subnet is found, corrected, applied and kept",
    async (shell) => {
      const started = await start({ shell, manager: "ifupdown", interfacesFile: broken });
      const pushed = await push(started, [], true);
      const route = await witness(started, "ip route | head -n 1");
      const file = await witness(started, "cat /etc/network/interfaces");
      expect([pushed.outcome, pushed.fields, route.split(" ").slice(0, 5).join(" "), file]).toEqual([
        "confirmed",
        [{ interface: "eth0", field: "ipv4.gateway", verdict: "applied", persisted: true }],
        "default via 192.168.1.1 dev eth0",
        broken.replace("192.168.2.1", "192.168.1.1").trim(),
      ]);
    },
  );

  test.for(["bash", "busybox-ash"] as const)("%s: address, gateway and DNS change together", async (shell) => {
    const started = await start({ shell, manager: "ifupdown" });
    const pushed = await push(started, [
      "eth0.ipv4.address=192.168.1.77/24",
      "eth0.ipv4.gateway=192.168.1.254",
      "eth0.ipv4.dns=192.168.1.1,9.9.9.9",
    ]);
    const after = await witness(started, "ip addr show eth0 | grep -o 'inet [0-9./]*'; cat /etc/resolv.conf");
    expect([pushed.outcome, after]).toEqual([
      "confirmed",
      "inet 192.168.1.77/24\nnameserver 192.168.1.1\nnameserver 9.9.9.9",
    ]);
  });

  test("a terminal that nobody manages is changed at run time, and it is said that a restart forgets it", async () => {
    const started = await start({ shell: "dash", manager: "none" });
    const pushed = await push(started, ["eth0.ipv4.gateway=192.168.1.254"]);
    const route = await witness(started, "ip route show default");
    expect([pushed.outcome, pushed.fields[0]?.persisted, route]).toEqual([
      "confirmed",
      false,
      "default via 192.168.1.254 dev eth0",
    ]);
  });

  test("when bringing the interface up fails, everything is as it was, byte for byte", async () => {
    const failing = broken
      .replace("192.168.2.1", "192.168.1.1")
      .replace("up echo up >> /tmp/hook", "up test ! -e /tmp/refuse");
    const started = await start({ shell: "dash", manager: "ifupdown", interfacesFile: failing });
    const state = "cat /etc/network/interfaces; ip -4 addr show eth0 | grep inet; ip route | sed 's/ onlink//'";
    const before = await witness(started, state);
    await witness(started, "touch /tmp/refuse");
    const pushed = await push(started, ["eth0.ipv4.address=192.168.1.99/24"]);
    expect([pushed.outcome, await witness(started, state)]).toEqual(["rolled-back", before]);
  });

  test("a full disk under /etc ends with the old settings", async () => {
    const started = await start({ shell: "dash", manager: "ifupdown" });
    await witness(
      started,
      "mkdir -p /tmp/small && mount -t tmpfs -o size=4k none /tmp/small && cp /etc/network/interfaces /tmp/small/ && mount --bind /tmp/small /etc/network && cat /dev/zero > /etc/network/filler",
    );
    const pushed = await push(started, ["eth0.ipv4.address=192.168.1.99/24"]);
    const address = await witness(started, "ip -4 addr show eth0 | grep -o 'inet [0-9./]*'");
    expect([pushed.outcome, address]).toEqual(["rolled-back", "inet 192.168.1.20/24"]);
  });

  test("settings that somebody else changed since the plan are not written", async () => {
    const started = await start({ shell: "bash", manager: "ifupdown" });
    const { terminal, session } = started;
    const plan = take(
      await terminal.client.call("plan.make", { session, set: ["eth0.ipv4.gateway=192.168.1.254"], fix: false }),
    );
    await witness(started, "sed -i 's/192.168.1.20/192.168.1.33/' /etc/network/interfaces");
    const pushed = take(await terminal.client.call("plan.push", { session, digest: plan.digest, override: false }));
    expect([pushed.outcome, pushed.failure?.code]).toEqual(["refused", "plan-stale"]);
  });

  test("another push under way on the terminal is respected", async () => {
    const started = await start({ shell: "bash", manager: "ifupdown" });
    await witness(
      started,
      "mkdir /run/counterpart && (setsid sleep 60 >/dev/null 2>&1 & echo $! $(cut -d ' ' -f 22 /proc/$!/stat) > /run/counterpart/pid)",
    );
    const pushed = await push(started, ["eth0.ipv4.gateway=192.168.1.254"]);
    expect([pushed.outcome, pushed.failure?.code]).toEqual(["refused", "terminal-busy"]);
  });

  test("a lock whose process number has gone to another process since keeps nobody out", async () => {
    const started = await start({ shell: "dash", manager: "ifupdown" });
    await witness(started, "mkdir /run/counterpart && echo 1 4194304 > /run/counterpart/pid");
    expect((await push(started, ["eth0.ipv4.gateway=192.168.1.254"])).outcome).toBe("confirmed");
  });

  test("a push that would leave the rules broken is refused, and done only with an override", async () => {
    const started = await start({ shell: "bash", manager: "none" });
    const pushed = await push(started, ["eth0.ipv4.address=192.168.1.255/24"]);
    expect([pushed.outcome, pushed.failure?.code]).toEqual(["refused", "rules-refuse"]);
  });

  test("a user who is not root is told so before anything is sent", async () => {
    const peer = await startConsole({ shell: "bash", login: "user-password", manager: "ifupdown" });
    const terminal = startTerminalClient();
    open.push(terminal, peer);
    const session = await terminal.connect(`tcp:127.0.0.1:${peer.port}`, {
      login: { user: peer.user, password: peer.password },
    });
    const pushed = await push({ peer, terminal, session }, ["eth0.ipv4.gateway=192.168.1.254"]);
    expect([pushed.outcome, pushed.failure?.code]).toEqual(["refused", "not-root"]);
  });

  test("the same settings again are unchanged", async () => {
    const started = await start({ shell: "dash", manager: "ifupdown" });
    expect((await push(started, ["eth0.ipv4.gateway=192.168.1.1"])).outcome).toBe("unchanged");
  });

  test.for(["arming", "writing", "verifying", "confirming"] as const)(
    "a cable pulled while %s ends with all old or all new settings, without anybody's help",
    async (moment) => {
      const started = await start({ shell: "dash", manager: "ifupdown" });
      const { terminal, session, peer } = started;
      const set = ["eth0.ipv4.address=192.168.1.99/24"];
      const plan = take(await terminal.client.call("plan.make", { session, set, fix: false }));
      terminal.client.on("stage", ({ stage }) => {
        if (stage === moment) setTimeout(() => peer.disconnect(), moment === "confirming" ? 5 : 40);
      });
      const request = { session, digest: plan.digest, override: false, revertSeconds: 10 };
      const pushed = take(await terminal.client.call("plan.push", request));
      await waitUntil(started, "[ ! -e /run/counterpart/armed ] && [ ! -e /run/counterpart/fired ]");
      const state = await witness(
        started,
        "ip -4 addr show eth0 | grep -o 'inet [0-9./]*'; grep -c 192.168.1.99 /etc/network/interfaces",
      );
      expect(pushed.outcome).toBe("unknown");
      expect(["inet 192.168.1.20/24\n0", "inet 192.168.1.99/24\n1"]).toContain(state);
    },
  );

  test("when this program is gone after the change, the terminal goes back in time", async () => {
    const started = await start({ shell: "bash", manager: "none" });
    const { terminal, session, peer } = started;
    const before = await witness(started, "ip route");
    const plan = take(
      await terminal.client.call("plan.make", { session, set: ["eth0.ipv4.gateway=192.168.1.254"], fix: false }),
    );
    terminal.client.on("stage", ({ stage }) => {
      if (stage === "verifying") peer.disconnect();
    });
    const request = { session, digest: plan.digest, override: false, revertSeconds: 10 };
    await terminal.client.call("plan.push", request);
    const between = await witness(started, "ip route show default");
    await waitUntil(started, "[ -e /run/counterpart/restored ]");
    expect([between, await witness(started, "ip route")]).toEqual(["default via 192.168.1.254 dev eth0", before]);
  });

  async function waitUntil(started: Started, condition: string): Promise<void> {
    for (let tries = 0; tries < 60; tries++) {
      if ((await started.peer.inNamespace(condition)).status === 0) return;
      await delay(500);
    }
  }
});
