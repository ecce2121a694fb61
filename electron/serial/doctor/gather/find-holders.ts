// Who has a device, as far as Linux tells this user: locks name everybody's process, open files only one's own.
import { readdir, readFile, readlink, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import { nameFile } from "../../find-held.ts";
import { readLine } from "../../list-linux.ts";
import type { Holder } from "../facts.ts";

export async function findHolders(path: string): Promise<readonly Holder[]> {
  const real = await realpath(path).catch(() => path);
  const pulled = `${real} (deleted)`;
  const [locking, processes] = await Promise.all([findLocking(real), listProcesses()]);
  const holders = await Promise.all(
    processes.map(async (pid) => {
      const files = await listOpenFiles(pid);
      const isStale = !files.includes(real) && files.includes(pulled);
      if (!isStale && !files.includes(real) && !locking.has(pid)) return null;
      return { pid, name: await nameProcess(pid), isStale };
    }),
  );
  // This program's own session is nobody's fault.
  return holders.filter((holder) => holder !== null).filter(({ pid }) => pid !== process.pid);
}

/** Which of these programs run, by the names that the kernel has for them (15 characters at most). */
export async function findRunning(names: readonly string[]): Promise<readonly string[]> {
  const running = new Set(await Promise.all((await listProcesses()).map(nameProcess)));
  return names.filter((name) => running.has(name));
}

async function listProcesses(): Promise<readonly number[]> {
  const names = await readdir("/proc").catch(() => []);
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

async function nameProcess(pid: number): Promise<string> {
  return (await readLine(`/proc/${pid}/comm`)) ?? "?";
}

async function listOpenFiles(pid: number): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map((name) => readlink(join(folder, name)).catch(() => "")));
}

/** `1: FLOCK  ADVISORY  WRITE 412 00:05:97 0 EOF`, and the lock files of old, which hold a process's number. */
async function findLocking(path: string): Promise<ReadonlySet<number>> {
  const locks = await readFile("/proc/locks", "utf8").catch(() => "");
  const wanted = await nameFile(path);
  const found = locks.matchAll(/^\d+: FLOCK +\S+ +\S+ +(\d+) ([0-9a-f]+):([0-9a-f]+):(\d+) /gm);
  const pids = [...found]
    .filter(([, , major = "", minor = "", file]) => `${parseInt(major, 16)}:${parseInt(minor, 16)}:${file}` === wanted)
    .map(([, pid]) => Number(pid));
  const old = await readLine(`/run/lock/LCK..${basename(path)}`);
  return new Set(old === null ? pids : [...pids, Number(old)]);
}
