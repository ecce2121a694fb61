// Two hosts on one cable: `terminal` with eth0, `router` with lan0. Nothing of it touches the machine's own network.
//
//   [ terminal: eth0 ] ----- veth ----- [ lan0 :router ]
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { runOrThrow, runProgram } from "./owned-process.ts";

export interface Cable {
  readonly terminal: string;
  readonly router: string;
  remove(): Promise<void>;
}

export interface CableOptions {
  readonly routerAddresses: readonly string[];
  readonly macAddress?: string;
}

const prefix = "counterpart";

export async function layCable(options: CableOptions): Promise<Cable> {
  await removeLeftovers();
  const name = `${prefix}-${process.pid}-${randomBytes(4).toString("hex")}`;
  const cable: Cable = {
    terminal: `${name}-terminal`,
    router: `${name}-router`,
    async remove() {
      await runProgram("ip", ["netns", "delete", cable.terminal]);
      await runProgram("ip", ["netns", "delete", cable.router]);
    },
  };
  const mac = options.macAddress === undefined ? [] : ["address", options.macAddress];
  await runOrThrow("ip", ["netns", "add", cable.terminal]);
  await runOrThrow("ip", ["netns", "add", cable.router]);
  await runOrThrow("ip", [
    ...["-n", cable.terminal, "link", "add", "eth0", ...mac, "type", "veth"],
    ...["peer", "name", "lan0", "netns", cable.router],
  ]);
  await runOrThrow("ip", ["-n", cable.terminal, "link", "set", "lo", "up"]);
  for (const address of options.routerAddresses) {
    await runOrThrow("ip", ["-n", cable.router, "address", "add", address, "dev", "lan0"]);
  }
  await runOrThrow("ip", ["-n", cable.router, "link", "set", "lan0", "up"]);
  return cable;
}

/** Namespaces whose test process is gone, for example because it was killed. */
async function removeLeftovers(): Promise<void> {
  const listed = await runProgram("ip", ["netns", "list"]);
  for (const line of listed.stdout.split("\n")) {
    const owner = new RegExp(`^${prefix}-(\\d+)-\\S+`).exec(line);
    if (owner !== null && !existsSync(`/proc/${owner[1] ?? ""}`)) {
      await runProgram("ip", ["netns", "delete", owner[0]]);
    }
  }
}
