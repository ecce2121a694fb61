// Real consoles that lack what a way back needs, or have more than is looked at: said before anything is written.
import { afterEach, describe, expect, test } from "vitest";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import { findObstacle } from "../system-packages.ts";
import { startTerminalClient, take, type TerminalClient } from "../terminal-client.ts";

const obstacle = findObstacle("console");
const open: (ConsolePeer | TerminalClient)[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function start(
  withoutTools: readonly string[],
): Promise<{ peer: ConsolePeer; terminal: TerminalClient; session: string }> {
  const peer = await startConsole({ shell: "dash", login: "root-autologin", manager: "ifupdown", withoutTools });
  const terminal = startTerminalClient();
  open.push(terminal, peer);
  return { peer, terminal, session: await terminal.connect(`tcp:127.0.0.1:${peer.port}`) };
}

describe.skipIf(obstacle !== null)(`an unusual terminal${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test.for([
    ["has nothing to start a watchdog with", ["setsid", "start-stop-daemon", "systemd-run"], false],
    ["has start-stop-daemon alone", ["setsid", "systemd-run"], true],
  ] as const)("that %s: the plan says whether it goes back by itself", async ([, without, goesBack]) => {
    const { terminal, session } = await start(without);
    const set = ["eth0.ipv4.gateway=192.168.1.254"];
    const plan = take(await terminal.client.call("plan.make", { session, set, fix: false }));
    let isGuarded: boolean | null = null;
    terminal.client.on("armed", ({ guarded }) => (isGuarded = guarded));
    const pushed = take(await terminal.client.call("plan.push", { session, digest: plan.digest, override: true }));
    expect([plan.goesBack, isGuarded, pushed.outcome]).toEqual([goesBack, goesBack, "confirmed"]);
  });

  test("that has a hundred interfaces and two thousand routes is read, and what was left out is said", async () => {
    const { peer, terminal, session } = await start([]);
    await peer.inNamespace(
      "n=0;while [ $n -lt 50 ];do echo link add d$n type veth peer name e$n;n=$((n+1));done>/tmp/b;n=0;while [ $n -lt 2000 ];do echo route add 10.$((n/256)).$((n%256)).0/24 dev eth0;n=$((n+1));done>>/tmp/b;ip -force -batch /tmp/b",
    );
    const said: string[] = [];
    terminal.client.on("warned", ({ failure }) => said.push(failure.code));
    const report = take(await terminal.client.call("terminal.read", { session }));
    const { interfaces, routes } = report.leftOut ?? {};
    expect([report.interfaces.length, interfaces, (routes ?? 0) > 900, said]).toEqual([
      64,
      38,
      true,
      ["reading-bounded"],
    ]);
  });
});
