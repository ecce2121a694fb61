// Whether there is an Electron runtime. Importing the package would start a download of it, so its files are looked at instead;
// when there is none it is fetched once, and a failure is remembered for a day: most networks that block it block it for good.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Environment } from "./find-browser.ts";

const day = 24 * 60 * 60 * 1000;

/** The program, or null. */
export function findRuntime(root: string): string | null {
  const folder = join(root, "node_modules/electron");
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return null;
  const program = join(folder, "dist", readFileSync(pathFile, "utf8").trim());
  return existsSync(program) ? program : null;
}

export interface FetchOptions {
  readonly environment: Environment;
  /** Holds the time of the last failure, in milliseconds since 1970. */
  readonly memory: string;
  readonly now: number;
}

export function mayFetchRuntime({ environment, memory, now }: FetchOptions): boolean {
  if (environment["COUNTERPART_ELECTRON"] === "off" || (environment["CI"] ?? "") !== "") return false;
  const failed = Number(readText(memory));
  return !(failed > now - day && failed <= now);
}

/** Runs the package's own installer, for at most `timeLimit` milliseconds. */
export async function fetchRuntime(installer: string, timeLimit: number, options: FetchOptions): Promise<boolean> {
  const child = spawn(process.execPath, [installer], {
    stdio: "ignore",
    timeout: timeLimit,
    killSignal: "SIGKILL",
    windowsHide: true,
    env: options.environment,
  });
  await once(child, "close").catch(() => undefined);
  if (child.exitCode === 0) return true;
  try {
    mkdirSync(dirname(options.memory), { recursive: true });
    writeFileSync(options.memory, String(options.now), { mode: 0o600 });
  } catch {
    // It is then tried again next time.
  }
  return false;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
