// The desktop window: Electron on the built main process.
import { spawn } from "node:child_process";
import { once } from "node:events";

/** Milliseconds in which an Electron that cannot run here (no sandbox, missing libraries) has ended. */
const early = 4000;

/** Resolves when the window was closed; false when Electron could not open it. */
export async function openDesktop(runtime: string, root: string, interrupted: Promise<void>): Promise<boolean> {
  const started = performance.now();
  // As root Chromium refuses to start with its sandbox.
  const options = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const child = spawn(runtime, [...options, root], { stdio: "ignore", cwd: root });
  let asked = false;
  void interrupted.then(() => {
    asked = true;
    child.kill("SIGTERM");
  });
  await once(child, "close").catch(() => undefined);
  return asked || child.exitCode === 0 || performance.now() - started > early;
}
