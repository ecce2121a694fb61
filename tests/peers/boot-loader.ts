// A real U-Boot (Debian's u-boot-qemu) in QEMU without hardware virtualisation. It counts two seconds down on its serial
// line, boots, finds nothing to boot, and stands at its prompt; any byte in those two seconds stops it.
//
//   [ QEMU: U-Boot ] --> transcript, relay <-- TCP <-- the test;  what the test sends is noted on its way
import { PassThrough } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { startProcess } from "./owned-process.ts";
import { startWireRelay } from "./wire-relay.ts";

export interface BootLoader {
  /** `tcp:127.0.0.1:PORT` */
  readonly port: string;
  /** What it has said so far, whoever listened. */
  readonly said: () => string;
  /** What it was sent. */
  readonly heard: () => string;
  /** Milliseconds that the longest second of its countdown took; on a machine that is held up, more than a second. */
  readonly longestSecond: () => number;
  /** Resolves when it has said this; throws after twenty seconds. */
  waitFor(pattern: RegExp): Promise<void>;
  close(): Promise<void>;
}

const image = "/usr/lib/u-boot/qemu-x86_64/u-boot.rom";
const patience = 20_000;

export async function startBootLoader(): Promise<BootLoader> {
  const qemu = startProcess("qemu-system-x86_64", [
    // U-Boot measures its clock while it starts; on a busy machine it would count seconds of any length.
    ...["-accel", "tcg", "-icount", "shift=auto"],
    ...["-m", "256", "-nodefaults", "-no-user-config", "-display", "none"],
    ...["-chardev", "stdio,id=line,signal=off", "-serial", "chardev:line", "-bios", image],
  ]);
  let said = "";
  let heard = "";
  let countedAt: number | null = null;
  let longestSecond = 0;
  qemu.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString("latin1");
    if (countedAt !== null) longestSecond = Math.max(longestSecond, performance.now() - countedAt);
    countedAt = /autoboot: +2 $|\x08 1 $/.test(said) ? performance.now() : null;
  });
  const toConsole = new PassThrough();
  toConsole.on("data", (chunk: Buffer) => {
    heard += chunk.toString("latin1");
    qemu.stdin.write(chunk);
  });
  const relay = await startWireRelay({ fromConsole: qemu.stdout, toConsole });
  return {
    port: `tcp:${relay.host}:${relay.port}`,
    said: () => said,
    heard: () => heard,
    longestSecond: () => longestSecond,
    async waitFor(pattern) {
      const deadline = performance.now() + patience;
      while (!pattern.test(said)) {
        if (performance.now() > deadline) throw new Error(`U-Boot did not say ${String(pattern)}: ${said.slice(-300)}`);
        await delay(5);
      }
    },
    async close() {
      await relay.close();
      await qemu.kill();
    },
  };
}
