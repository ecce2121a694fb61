// A sheet carried out on terminals that nobody simulated, by the command line: `ip` in their namespaces is the witness.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type ConsolePeer, startConsole } from "../console-in-namespace.ts";
import type { ConsoleOptions } from "../console-options.ts";
import { findObstacle } from "../system-packages.ts";
import { call } from "./call-command-line.ts";

const obstacle = findObstacle("console");
const peers: ConsolePeer[] = [];
const folder = mkdtempSync(join(tmpdir(), "counterpart-crate-"));

/** The firmware's tables in which a PC-like terminal tells its serial number; this machine may have none. */
async function giveSerialNumber(peer: ConsolePeer, serialNumber: string): Promise<void> {
  const steps = [
    "mkdir -p /tmp/net",
    "mount --bind /sys/class/net /tmp/net",
    "mount -t tmpfs none /sys/class",
    "mkdir -p /sys/class/net /sys/class/dmi/id",
    "mount --bind /tmp/net /sys/class/net",
    `echo ${serialNumber} > /sys/class/dmi/id/product_serial`,
  ];
  const given = await peer.inNamespace(`${steps.join(" && ")} && echo given`);
  if (given.stdout.trim() !== "given") throw new Error("the terminal has no serial number");
}

async function start(serialNumber: string, options: Partial<ConsoleOptions> = {}): Promise<ConsolePeer> {
  const peer = await startConsole({ shell: "dash", login: "root-autologin", manager: "ifupdown", ...options });
  peers.push(peer);
  await giveSerialNumber(peer, serialNumber);
  return peer;
}

afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
  rmSync(folder, { recursive: true, force: true });
});

const failing = `auto lo
iface lo inet loopback

auto eth0
iface eth0 inet static
    address 192.168.1.20/24
    gateway 192.168.1.1
    up test ! -e /tmp/refuse
`;

async function witness(peer: ConsolePeer): Promise<string> {
  return (await peer.inNamespace("ip -4 addr show eth0 | grep -o 'inet [0-9./]*'")).stdout.trim();
}

describe.skipIf(obstacle !== null)(`a crate of real consoles${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test("each terminal gets its own row, one that fails keeps its settings, and the others are done", async () => {
    const [good, bad] = [await start("SN-0001"), await start("SN-0002", { interfacesFile: failing })];
    await bad.inNamespace("touch /tmp/refuse");
    const [sheet, report] = [join(folder, "crate.csv"), join(folder, "report.csv")];
    writeFileSync(
      sheet,
      "序列号,IP 地址,子网掩码,网关,DNS\nSN-0002,192.168.1.62,255.255.255.0,192.168.1.1,192.168.1.1\nSN-0001,192.168.1.61,255.255.255.0,192.168.1.1,192.168.1.1\n",
    );
    const ports = [good, bad].map(({ port }) => `tcp:127.0.0.1:${port}`).join(",");
    const ended = await call(["provision", sheet, "--ports", ports, "--json", "--operator", "Li", "--report", report]);
    const events = ended.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { readonly event: string; readonly counts?: unknown });
    const rows = readFileSync(report, "utf8");
    expect([
      ended.status,
      events.at(-1),
      await witness(good),
      await witness(bad),
      /3,SN-0001,,192\.168\.1\.61\/24,done,/.test(rows),
      /2,SN-0002,,192\.168\.1\.62\/24,stopped,/.test(rows),
    ]).toEqual([
      4,
      expect.objectContaining({ event: "end", counts: { free: 0, claimed: 0, done: 1, stopped: 1 } }),
      "inet 192.168.1.61/24",
      "inet 192.168.1.20/24",
      true,
      true,
    ]);
  });
});
