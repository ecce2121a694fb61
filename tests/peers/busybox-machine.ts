// A whole small terminal: Debian's cloud kernel and static BusyBox in QEMU without hardware virtualisation, its console on a
// serial port, a DHCP server behind eth0. Kernel messages land wherever they land, as on a real console.
//
//   [ QEMU: ttyS0 ] <-- standard input and output --> relay <-- TCP or a device path --> the test
import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { findKernel } from "./kernel.ts";
import { type MachineOptions, writeMachineFiles } from "./machine-files.ts";
import { type OwnedProcess, runOrThrow, startProcess } from "./owned-process.ts";
import { type PseudoTerminal, presentAsPseudoTerminal } from "./pseudo-terminal.ts";
import { packRamdisk } from "./ramdisk.ts";
import { startWireRelay, type WireRelay } from "./wire-relay.ts";

export interface MachinePeer {
  readonly user: "root";
  /** Empty when none is asked for. */
  readonly password: string;
  readonly host: string;
  readonly port: number;
  presentAsDevice(): Promise<PseudoTerminal>;
  /** What the machine has said so far, whoever listened; the last 256 KiB. */
  readTranscript(): string;
  /** Cuts the client off; the machine lives on. */
  disconnect(): void;
  /** Ends the machine at once, as a power cut does. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

const bootPatience = 90_000;
const transcriptLimit = 256 * 1024;
const upPattern = /login: \s*$|activate this console\.\s*$|\/ # (?:\u001b\[6n)?\s*$/;
/** They come after the prompt as well as before it. */
const kernelMessage = /\[ *\d+\.\d+\] [^\n]*\n?/g;

export async function startMachine(options: MachineOptions): Promise<MachinePeer> {
  const password = options.login === "root-password" ? randomBytes(12).toString("base64url") : "";
  const kernel = findKernel();
  const content = writeMachineFiles(options, await hashPassword(password));
  const ramdisk = await packRamdisk(kernel, content);
  const qemu = startQemu([kernel.image, ramdisk.path], options);
  const readTranscript = keepTranscript(qemu);
  const relay = await startWireRelay({ fromConsole: qemu.stdout, toConsole: qemu.stdin });
  const peer = assemble({ password, qemu, relay, readTranscript, removeRamdisk: () => ramdisk.remove() });
  try {
    if (options.waitUntilUp ?? true) await waitUntilUp(qemu, readTranscript);
  } catch (error) {
    await peer.close();
    throw error;
  }
  return peer;
}

interface Parts {
  readonly password: string;
  readonly qemu: OwnedProcess;
  readonly relay: WireRelay;
  readonly readTranscript: () => string;
  readonly removeRamdisk: () => void;
}

function assemble({ password, qemu, relay, readTranscript, removeRamdisk }: Parts): MachinePeer {
  const devices: PseudoTerminal[] = [];
  return {
    user: "root",
    password,
    host: relay.host,
    port: relay.port,
    async presentAsDevice() {
      const device = await presentAsPseudoTerminal(relay.port);
      devices.push(device);
      return device;
    },
    readTranscript,
    disconnect: () => relay.disconnect(),
    kill: () => qemu.kill(),
    async close() {
      await Promise.all(devices.map((device) => device.close()));
      await relay.close();
      await qemu.kill();
      removeRamdisk();
    },
  };
}

function startQemu(
  [image, ramdisk]: readonly [string, string],
  { disk, aside }: Pick<MachineOptions, "disk" | "aside">,
): OwnedProcess {
  return startProcess("qemu-system-x86_64", [
    ...["-accel", "tcg", "-m", "192", "-nodefaults", "-no-user-config", "-display", "none"],
    ...["-chardev", "stdio,id=line,signal=off", "-serial", "chardev:line"],
    ...(aside === undefined ? [] : ["-chardev", `socket,id=aside,path=${aside},server=on,wait=off`]),
    ...(aside === undefined ? [] : ["-serial", "chardev:aside"]),
    ...(disk === undefined ? [] : ["-drive", `if=virtio,format=raw,file=${disk}`]),
    // No way out of the machine: its network ends at QEMU's own DHCP server.
    ...["-netdev", "user,id=lan,restrict=on", "-device", "virtio-net-pci,netdev=lan,romfile="],
    ...["-kernel", image, "-initrd", ramdisk],
    // The last word lifts the limit on messages written to /dev/kmsg.
    ...["-append", "console=ttyS0,115200 rdinit=/sbin/init panic=5 printk.devkmsg=on"],
  ]);
}

function keepTranscript(qemu: OwnedProcess): () => string {
  let transcript = "";
  qemu.stdout.on("data", (chunk: Buffer) => {
    transcript = (transcript + chunk.toString("latin1")).slice(-transcriptLimit);
  });
  return () => transcript;
}

async function waitUntilUp(qemu: OwnedProcess, readTranscript: () => string): Promise<void> {
  const deadline = performance.now() + bootPatience;
  let over = false;
  void qemu.ended.then(() => (over = true));
  while (!upPattern.test(readTranscript().replaceAll(kernelMessage, "").slice(-200))) {
    if (over || performance.now() > deadline) {
      throw new Error(`the machine did not come up: ${qemu.readComplaints()} ${readTranscript().slice(-2_000)}`);
    }
    await delay(50);
  }
}

/** Nothing for an account without password. The password goes by standard input, never by an argument. */
async function hashPassword(password: string): Promise<string> {
  if (password === "") return "";
  return (await runOrThrow("busybox", ["mkpasswd", "-m", "sha512", "-P", "0"], { input: `${password}\n` })).trim();
}
