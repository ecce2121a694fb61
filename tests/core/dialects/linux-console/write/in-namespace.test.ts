// The whole of writing without a console: facts are read in a network namespace, the transaction runs there, and what
// runs afterwards is read again.
import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Facts, readFacts } from "../../../../../electron/core/dialects/linux-console/read.ts";
import { composeSteps } from "../../../../../electron/core/dialects/linux-console/write/compose.ts";
import { makeTransaction, makeUndo } from "../../../../../electron/core/dialects/linux-console/write/transaction.ts";
import type { Change } from "../../../../../electron/core/settings/change.ts";
import { type Cable, layCable } from "../../../../peers/network-namespace.ts";
import { type Finished, runOrThrow, runProgram } from "../../../../peers/owned-process.ts";
import { askFactsWith } from "../facts/ask-facts.ts";
import { obstacle, withFolder } from "./private-shell.ts";

const key = "k3y";
let cable: Cable;

async function inTerminal(command: string): Promise<string> {
  return runOrThrow("ip", ["netns", "exec", cable.terminal, "sh", "-c", command]);
}

/** A script as the terminal would run it, with a /run and /tmp of its own and only the tools of `path`. */
async function run(path: string, script: string): Promise<string> {
  return (await runWhole(path, script)).stdout;
}

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

  /** What runs after the changes, and what runs after they were taken back. */
  async function changeAndUndo(path: string, changes: readonly Change[]): Promise<unknown> {
    const before = await read(path);
    const parts = composeSteps(before, changes);
    if (!parts.ok) throw new Error(parts.failure.message.en);
    const said = await run(path, makeTransaction(parts.value));
    const after = findRunning(await read(path));
    await run(path, makeUndo(parts.value));
    const routes = await inTerminal("ip route");
    return {
      said,
      after,
      undone: findRunning(await read(path)),
      keepsRoutes: routes.includes("10.0.0.0/8 via 192.168.1.254"),
    };
  }

  const undone = { address: "192.168.1.20/24", gateway: "192.168.1.1" };
  const cases: readonly (readonly [string, readonly Change[], unknown])[] = [
    ["a gateway", [change("ipv4.gateway", "192.168.1.254")], { address: "192.168.1.20/24", gateway: "192.168.1.254" }],
    ["an address", [change("ipv4.address", "192.168.1.21/25")], { address: "192.168.1.21/25", gateway: "192.168.1.1" }],
    [
      "both",
      [change("ipv4.address", "172.16.0.2/16"), change("ipv4.gateway", "172.16.0.1")],
      { address: "172.16.0.2/16", gateway: "172.16.0.1" },
    ],
    ["no gateway any more", [change("ipv4.gateway", null)], { address: "192.168.1.20/24", gateway: null }],
  ];

  test.for(cases)("%s is set with ip and taken back", async ([, changes, after]) => {
    expect(await changeAndUndo(everything, changes)).toEqual({ said: "done\n", after, undone, keepsRoutes: true });
  });

  test.for(cases)("%s is set with ifconfig and route and taken back", async ([, changes, after]) => {
    await withFolder(async (folder) => {
      for (const tool of readdirSync("/usr/bin").filter((name) => name !== "ip"))
        symlinkSync(join("/usr/bin", tool), join(folder, tool));
      for (const tool of ["ifconfig", "route"]) symlinkSync(join("/usr/sbin", tool), join(folder, tool));
      expect(await changeAndUndo(folder, changes)).toEqual({ said: "done\n", after, undone, keepsRoutes: true });
    });
  });

  test("an unreachable gateway is refused by the kernel, named, and everything is as before", async () => {
    const before = await read(everything);
    const parts = composeSteps(before, [change("ipv4.gateway", "10.99.0.1")]);
    const said = await run(everything, makeTransaction(parts.ok ? parts.value : []));
    expect([said, findRunning(await read(everything))]).toEqual([
      expect.stringMatching(/^failed ip route\n.*[Nn]exthop/),
      undone,
    ]);
  });
});
