// Starting a machine: messages of the kernel and of init, then the network as /etc/network/interfaces says.
import { emptyVolatileFolders, type Machine } from "./machine.ts";
import type { RunOutcome } from "./shell/shell-process.ts";
import type { Tty } from "./tty.ts";

export interface BootConsole {
  /** Null: nobody watches, and it takes no time. */
  readonly tty: Tty | null;
  readonly bootTime: number;
  run(script: string): Promise<RunOutcome>;
}

export async function startMachine(machine: Machine, console: BootConsole): Promise<void> {
  const { signal } = machine.power;
  machine.steps.armed = false;
  const messages = console.tty === null ? [] : bootMessages(machine);
  for (const message of messages) {
    await machine.surroundings.clock.delay(console.bootTime / messages.length, signal).catch(() => undefined);
    if (signal.aborted) return;
    console.tty?.write(message);
  }
  await emptyVolatileFolders(machine);
  await machine.files.writeFile("/proc/sys/kernel/hostname", "");
  const name = await machine.files.readFile("/etc/hostname").catch(() => "");
  machine.hostName = name.trim() || machine.profile.hostName;
  await console.run("ifup -a; ifup -a --allow=hotplug");
}

function bootMessages(machine: Machine): readonly string[] {
  const { kernel, identity, hardware } = machine.profile;
  const lines = [
    `[    0.000000] Linux version ${kernel.release} (build@pos) ${kernel.version}\n`,
    `[    0.000000] ${identity.vendor} ${identity.model}, firmware ${identity.firmware}\n`,
    "[    0.411203] printk: console [ttyS0] enabled\n",
    "[    1.290118] EXT4-fs (mmcblk0p2): mounted filesystem with ordered data mode\n",
    "[    1.833402] systemd[1]: Detected first console ttyS0.\n",
    ...hardware
      .filter((one) => one.kind === "ether")
      .map((one) => `[    2.104877] ${one.driver}: ${one.name}: Link is Up - 100Mbps/Full\n`),
    "[  OK  ] Started networking.service - Raise network interfaces.\n",
    "[  OK  ] Started payment.service - Payment application.\n",
  ];
  for (const line of lines) machine.kernelMessage(line.replace(/^\[[^\]]*\] /, "").trimEnd(), 7);
  return lines;
}
