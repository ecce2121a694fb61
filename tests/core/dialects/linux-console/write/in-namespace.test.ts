// The whole of writing without a console: facts are read in a network namespace, the transaction runs there, and what
// runs afterwards is read again.
import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Facts, readFacts } from "../../../../../electron/core/dialects/linux-console/read.ts";
import { composeSteps } from "../../../../../electron/core/dialects/linux-console/write/compose.ts";
import {
  makeApply,
  makeArm,
  makeFinish,
  makeRollBack,
} from "../../../../../electron/core/dialects/linux-console/write/transaction.ts";
import type { Change } from "../../../../../electron/core/settings/change.ts";
import { type Cable, layCable } from "../../../../peers/network-namespace.ts";
import { type Finished, runOrThrow, runProgram } from "../../../../peers/owned-process.ts";
import { askFactsWith } from "../facts/ask-facts.ts";
import { obstacle, withFolder } from "./private-shell.ts";

const key = "k3y";
const id = "push-1";
let cable: Cable;

async function inTerminal(command: string): Promise<string> {
  return runOrThrow("ip", ["netns", "exec", cable.terminal, "sh", "-c", command]);
}

/** A script as the terminal would run it, with a /run of its own and only the tools of `path`. */
function runWhole(path: string, script: string): Promise<Finished> {
  const shell = `mount -t tmpfs tmpfs /run; exec env -i PATH=${path} /bin/dash -c "$0"`;
  const inside = ["netns", "exec", cable.terminal, "unshare", "--mount", "sh", "-c", shell, script];
  return runProgram("ip", inside);
}

async function read(path: string): Promise<Facts> {
  const facts = readFacts(await askFactsWith((script) => runWhole(path, script), key), key, 0);
  if (!facts.ok) throw new Error(facts.failure.code);
  // This machine's own interfaces file and managers are none of the namespace's.
  const interfaces = facts.value.reading.interfaces.map((each) => ({
    ...each,
    manager: null,
    ipv4: each.running?.ipv4 ?? null,
  }));
  return { ...facts.value, stanzas: [], reading: { ...facts.value.reading, interfaces } };
}

function change(field: string, to: string | null): Change {
  return { interface: "eth0", field, from: null, to };
}

function findRunning({ reading }: Facts): unknown {
  const ipv4 = reading.interfaces.find(({ name }) => name === "eth0")?.running?.ipv4;
  return { address: `${ipv4?.address}/${ipv4?.prefixLength}`, gateway: ipv4?.gateway };
}

const everything = "/usr/sbin:/usr/bin:/sbin:/bin";

describe.skipIf(obstacle !== null)("in a network namespace", () => {
  beforeEach(async () => {
    cable = await layCable({ routerAddresses: ["192.168.1.1/24"] });
    await inTerminal(
      "ip addr add 192.168.1.20/24 brd + dev eth0; ip link set eth0 up; ip route add default via 192.168.1.1; ip route add 10.0.0.0/8 via 192.168.1.254",
    );
  });
  afterEach(() => cable.remove());

  /** The scripts one after the other on one /run, each by a shell with only the tools of `path`; what they said, a line each. */
  async function runTogether(path: string, scripts: readonly string[]): Promise<readonly string[]> {
    const each = `for script;do env -i c=cksum PATH=${path} /bin/dash -c "$script";done`;
    const inside = [
      "netns",
      "exec",
      cable.terminal,
      "unshare",
      "--mount",
      "sh",
      "-c",
      `mount -t tmpfs tmpfs /run;${each}`,
    ];
    return (await runProgram("ip", [...inside, "sh", ...scripts])).stdout.trim().split("\n");
  }

  /** What runs after the changes, and what runs after they were taken back. */
  async function changeAndUndo(path: string, changes: readonly Change[]): Promise<unknown> {
    const parts = composeSteps(await read(path), changes, { revertSeconds: 60 });
    if (!parts.ok) throw new Error(parts.failure.message.en);
    const witness = `echo $(/usr/sbin/ip -4 -o addr show eth0 scope global|/usr/bin/sed 's/.*inet \\([^ ]*\\).*/\\1/') $(/usr/sbin/ip route show default|/usr/bin/sed 's/default via \\([^ ]*\\).*/\\1/')`;
    const said = await runTogether(path, [
      makeArm({ id, parts: parts.value, seconds: 60, tool: "cksum" }),
      makeApply(id),
      witness,
      makeRollBack(id),
      makeFinish(id),
    ]);
    const routes = await inTerminal("ip route");
    return {
      said,
      undone: findRunning(await read(path)),
      keepsRoutes: routes.includes("10.0.0.0/8 via 192.168.1.254"),
    };
  }

  const undone = { address: "192.168.1.20/24", gateway: "192.168.1.1" };
  const expectation = (after: string): unknown => ({
    said: [expect.stringMatching(/^armed( guarded)?$/), "done", after, "undone", "finished"],
    undone,
    keepsRoutes: true,
  });
  const cases: readonly (readonly [string, readonly Change[], string])[] = [
    ["a gateway", [change("ipv4.gateway", "192.168.1.254")], "192.168.1.20/24 192.168.1.254"],
    ["an address", [change("ipv4.address", "192.168.1.21/25")], "192.168.1.21/25 192.168.1.1"],
    [
      "both",
      [change("ipv4.address", "172.16.0.2/16"), change("ipv4.gateway", "172.16.0.1")],
      "172.16.0.2/16 172.16.0.1",
    ],
    ["no gateway any more", [change("ipv4.gateway", null)], "192.168.1.20/24"],
  ];

  test.for(cases)("%s is set with ip and taken back", async ([, changes, after]) => {
    expect(await changeAndUndo(everything, changes)).toEqual(expectation(after));
  });

  test.for(cases)("%s is set with ifconfig and route and taken back", async ([, changes, after]) => {
    await withFolder(async (folder) => {
      for (const tool of readdirSync("/usr/bin").filter((name) => name !== "ip"))
        symlinkSync(join("/usr/bin", tool), join(folder, tool));
      for (const tool of ["ifconfig", "route"]) symlinkSync(join("/usr/sbin", tool), join(folder, tool));
      expect(await changeAndUndo(folder, changes)).toEqual(expectation(after));
    });
  });

  test("further addresses and routes stay when the first address changes", async () => {
    await inTerminal("ip addr add 10.20.0.1/16 dev eth0; ip addr add 192.168.1.30/24 dev eth0");
    const parts = composeSteps(await read(everything), [change("ipv4.address", "192.168.1.21/24")], {
      revertSeconds: 60,
    });
    const arm = makeArm({ id, parts: parts.ok ? parts.value : [], seconds: 60, tool: "cksum" });
    const look =
      "ip -4 -o addr show eth0 | sed 's/.*inet \\([^ ]*\\).*/\\1/' | sort; ip route | grep -o '10.0.0.0/8 via [0-9.]*'";
    const said = await runTogether(everything, [arm, makeApply(id), look, makeRollBack(id), look, makeFinish(id)]);
    const others = ["10.20.0.1/16", "192.168.1.30/24"];
    const route = "10.0.0.0/8 via 192.168.1.254";
    expect(said).toEqual([
      ...["armed guarded", "done", "10.20.0.1/16", "192.168.1.21/24", "192.168.1.30/24", route],
      ...["undone", others[0], "192.168.1.20/24", others[1], route, "finished"],
    ]);
  });

  test("an unreachable gateway is refused by the kernel, named, and everything is as before", async () => {
    const parts = composeSteps(await read(everything), [change("ipv4.gateway", "10.99.0.1")], { revertSeconds: 60 });
    const steps = parts.ok ? parts.value : [];
    const said = await runTogether(everything, [
      makeArm({ id, parts: steps, seconds: 60, tool: "cksum" }),
      makeApply(id),
      makeFinish(id),
    ]);
    expect([said, findRunning(await read(everything))]).toEqual([
      ["armed guarded", "failed ip route", expect.stringMatching(/[Nn]exthop/), "finished"],
      undone,
    ]);
  });
});
