// Which devices a program has locked, as far as Linux tells without opening them: opening would raise DTR.
//
//   flock(2) on the device    /proc/locks   <- node-serialport, picocom, minicom, pyserial when asked to
//   the lock files of old     LCK..ttyUSB0  <- minicom, pppd, ModemManager's helpers; only while their program lives
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";

const lockFolders = ["/run/lock", "/var/lock"] as const;

/** For each path whether some program has it; null where the system does not tell. */
export async function findHeld(paths: readonly string[]): Promise<readonly (boolean | null)[]> {
  const locks = await readFile("/proc/locks", "utf8").catch(() => null);
  if (locks === null) return paths.map(() => null);
  const locked = listLocked(locks);
  return Promise.all(paths.map(async (path) => locked.has(await nameFile(path)) || (await hasLockFile(path))));
}

/** `1: FLOCK  ADVISORY  WRITE 412 00:05:97 0 EOF`: the file system's numbers, hexadecimal, and the file's. */
function listLocked(locks: string): ReadonlySet<string> {
  const found = locks.matchAll(/^\d+: FLOCK .*? ([0-9a-f]+):([0-9a-f]+):(\d+) /gm);
  return new Set(
    [...found].map(([, major = "", minor = "", file]) => `${parseInt(major, 16)}:${parseInt(minor, 16)}:${file}`),
  );
}

/** As /proc/locks names a file; empty where it is not there. */
export async function nameFile(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  if (found === null) return "";
  const { dev, ino } = found;
  // As glibc's gnu_dev_major and gnu_dev_minor take them apart.
  const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & 0xfffff000n);
  const minor = (dev & 0xffn) | ((dev >> 12n) & 0xffffff00n);
  return `${major}:${minor}:${ino}`;
}

async function hasLockFile(path: string): Promise<boolean> {
  for (const folder of lockFolders) {
    const text = await readFile(`${folder}/LCK..${basename(path)}`, "utf8").catch(() => null);
    if (text !== null && isAlive(Number(text.trim()))) return true;
  }
  return false;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
