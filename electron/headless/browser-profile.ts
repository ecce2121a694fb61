// The browser's folder for this app, and the port that its settings belong to: what a page keeps in its local storage belongs
// to an origin, and the port is part of that. A second Counterpart at the same time gets a folder for that time only.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface BrowserProfile {
  readonly folder: string;
  /** The port of last time, or 0. */
  readonly port: number;
  readonly rememberPort: (port: number) => void;
  readonly release: () => void;
}

/** Throws when not even the system's folder for temporary files can be written to. */
export function takeProfile(cache: string): BrowserProfile {
  const lock = join(cache, "browser.lock");
  if (!makeFolder(cache) || !takeLock(lock)) return takeOwnProfile();
  const portFile = join(cache, "browser-port");
  return {
    folder: join(cache, "browser"),
    port: readNumber(portFile, 65_535),
    rememberPort: (port) => writeFileSync(portFile, String(port), { mode: 0o600 }),
    release: () => rmSync(lock, { force: true }),
  };
}

/** A home that cannot be written to is no reason to show nothing. */
function makeFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}

function takeOwnProfile(): BrowserProfile {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-browser-"));
  return {
    folder,
    port: 0,
    rememberPort: () => undefined,
    release: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

function takeLock(path: string): boolean {
  const owner = readNumber(path, Number.MAX_SAFE_INTEGER);
  if (owner > 0 && !isAlive(owner)) rmSync(path, { force: true });
  try {
    writeFileSync(path, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readNumber(path: string, most: number): number {
  try {
    const value = Number(readFileSync(path, "utf8"));
    return Number.isInteger(value) && value > 0 && value <= most ? value : 0;
  } catch {
    return 0;
  }
}
