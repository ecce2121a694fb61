// The whole BusyBox machine with an address by DHCP, a disk that outlives it, and Counterpart on its console.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Output } from "../../../electron/contract/commands.ts";
import { type MachinePeer, startMachine } from "../busybox-machine.ts";
import type { MachineOptions } from "../machine-files.ts";
import { makeDisk } from "../machine-disk.ts";
import { askAside, waitForAside } from "../machine-witness.ts";
import { waitForAnswer } from "../managers/managed-terminal.ts";
import { startTerminalClient, take, type TerminalClient } from "../terminal-client.ts";

const bootPatience = 90;
const state =
  "ip -4 addr show eth0 | grep -o 'inet [0-9./]*'; ip route | sed -n 's/^\\(default via [0-9.]*\\).*/\\1/p'; cat /proc/[0-9]*/comm | grep -c -x udhcpc; grep 'iface eth0' /etc/network/interfaces";

export class LeasedMachine {
  readonly #options: MachineOptions;
  readonly #folder: string;
  readonly #aside: string;
  #machine: MachinePeer;

  constructor(machine: MachinePeer, options: MachineOptions, [folder, aside]: readonly [string, string]) {
    this.#machine = machine;
    this.#options = options;
    this.#folder = folder;
    this.#aside = aside;
  }

  /** What runs and what is kept, once it is as expected or has stayed otherwise for a while. */
  look(expected: string): Promise<string> {
    return waitForAnswer(async () => (await askAside(this.#aside, state)) ?? "no answer", expected, 20);
  }

  async push(set: readonly string[], { cutPowerAt }: { readonly cutPowerAt?: string } = {}): Promise<string> {
    const terminal = this.#startClient();
    const { client } = terminal;
    const cuts: Promise<void>[] = [];
    client.on("stage", ({ stage }) => {
      if (stage === cutPowerAt) cuts.push(this.#cutPower());
    });
    try {
      const session = await this.#connect(terminal);
      take(await client.call("terminal.read", { session }));
      const plan = take(await client.call("plan.make", { session, set: [...set], fix: false }));
      const pushed = take(await client.call("plan.push", { session, digest: plan.digest, override: false }));
      return cutPowerAt === undefined ? describePushed(pushed) : pushed.outcome;
    } finally {
      await terminal.close();
      await Promise.all(cuts);
    }
  }

  async resume(): Promise<string> {
    const terminal = this.#startClient();
    try {
      const session = await this.#connect(terminal);
      const { resumed } = take(await terminal.client.call("push.resume", { session }));
      return resumed === null ? "nothing" : describePushed(resumed);
    } finally {
      await terminal.close();
    }
  }

  async restart(): Promise<void> {
    await askAside(this.#aside, "sync; reboot -nf", 1000);
    await waitForAside(this.#aside, bootPatience);
  }

  async close(): Promise<void> {
    await this.#machine.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #cutPower(): Promise<void> {
    await this.#machine.kill();
    await this.#machine.close();
    this.#machine = await startMachine(this.#options);
    await waitForAside(this.#aside, bootPatience);
  }

  #startClient(): TerminalClient {
    return startTerminalClient(join(this.#folder, "records"));
  }

  #connect(terminal: TerminalClient): Promise<string> {
    return terminal.connect(`tcp:127.0.0.1:${this.#machine.port}`, { timeoutSeconds: 60 });
  }
}

function describePushed({ outcome, failure }: Output<"plan.push">): string {
  return outcome === "unknown" ? `unknown: ${failure?.message.en ?? ""}` : outcome;
}

export async function startLeasedMachine(): Promise<LeasedMachine> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-leased-machine-"));
  const options: MachineOptions = { login: "shell", disk: join(folder, "disk"), aside: join(folder, "aside") };
  await makeDisk(join(folder, "disk"), options);
  const machine = await startMachine(options);
  await waitForAside(join(folder, "aside"), bootPatience);
  return new LeasedMachine(machine, options, [folder, join(folder, "aside")]);
}
