// Shows a TCP port of this machine as a serial device, for code that opens a path.
//
//   program --> PATH (pseudo-terminal) <-- socat --> TCP 127.0.0.1:PORT
//
// socat waits for the device to be opened before it connects, so the line hears nothing while the device is closed; when
// the device is closed, socat ends and is started again: PATH is missing for some hundredths of a second, see `untilFree`.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type OwnedProcess, startProcess } from "./owned-process.ts";

export interface PseudoTerminal {
  readonly path: string;
  /** Waits until nobody has the device open and it can be opened (again). */
  untilFree(): Promise<void>;
  /** Pulls the cable: whoever has the device open loses it. */
  close(): Promise<void>;
}

const appearPatience = 5_000;
const settleTime = 50;

export async function presentAsPseudoTerminal(port: number): Promise<PseudoTerminal> {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-tty-"));
  const path = join(folder, "tty");
  let wanted = true;
  let socat: OwnedProcess = startSocat(path, port);
  async function keepRunning(): Promise<void> {
    while (wanted) {
      await socat.ended;
      if (wanted) socat = startSocat(path, port);
    }
  }
  const running = keepRunning();
  async function untilFree(): Promise<void> {
    const deadline = performance.now() + appearPatience;
    while (!existsSync(path) || isOpened(socat)) {
      if (performance.now() > deadline) throw new Error(`the device is not free: ${socat.readComplaints()}`);
      await delay(10);
    }
    // The path appears a moment before socat has made the line raw.
    await delay(settleTime);
  }
  await untilFree();
  return {
    path,
    untilFree,
    async close() {
      wanted = false;
      await socat.stop();
      await running;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startSocat(path: string, port: number): OwnedProcess {
  return startProcess("socat", [
    // Twice: socat says when it connects.
    "-d",
    "-d",
    `PTY,link=${path},rawer,wait-slave,pty-interval=0.02`,
    `TCP:127.0.0.1:${port},nodelay`,
  ]);
}

function isOpened(socat: OwnedProcess): boolean {
  return socat.readComplaints().includes("opening connection");
}
