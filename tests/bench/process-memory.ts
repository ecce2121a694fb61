// What a family of processes costs a computer (Linux): each page counts once.
import { readdirSync, readFileSync } from "node:fs";

export interface ProcessMemory {
  /** MB that are theirs alone and that nobody can take back: what task managers show (Windows: private working set). */
  readonly own: number;
  /** With each program and library once, as it lies on the disk: the system takes those pages back when memory is short. */
  readonly whole: number;
}

export function sumMemory(pids: readonly number[]): ProcessMemory {
  let own = 0;
  const files = new Map<string, number>();
  for (const pid of pids) {
    const rollup = read(`/proc/${pid}/smaps_rollup`);
    own += readKilobytes(rollup, "Pss_Anon") + readKilobytes(rollup, "Pss_Shmem");
    for (const [file, size] of listFiles(pid)) files.set(file, Math.max(files.get(file) ?? 0, size));
  }
  const programs = [...files.values()].reduce((sum, size) => sum + size, 0);
  return { own: own / 1000, whole: (own + programs) / 1000 };
}

/** Kilobytes of each file that the process has in memory as it lies on the disk. */
function listFiles(pid: number): ReadonlyMap<string, number> {
  const files = new Map<string, number>();
  for (const part of read(`/proc/${pid}/smaps`).split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)) {
    const [, inode = "0", file = ""] = /^\S+ \S+ \S+ \S+ (\d+) +(.*)$/m.exec(part) ?? [];
    // What processes share without a file lies in no disk's file, and is counted as theirs already.
    if (inode === "0" || file.startsWith("/memfd:") || file.startsWith("/dev/shm/")) continue;
    const clean = readKilobytes(part, "Rss") - readKilobytes(part, "Anonymous");
    files.set(file, (files.get(file) ?? 0) + clean);
  }
  return files;
}

/** The process and all that come from it. */
export function listFamily(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const each of listProcesses()) {
    const stat = read(`/proc/${each}/stat`);
    // A program's name may hold blanks and brackets.
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), each]);
  }
  const family = [pid];
  for (const each of family) family.push(...(children.get(each) ?? []));
  return family;
}

/** The first of a browser's processes, by the folder that only this one was given. */
export function findBrowserProcess(profile: string): number {
  const found = listProcesses().find((pid) => {
    const words = read(`/proc/${pid}/cmdline`);
    return words.includes(profile) && !words.includes("--type=");
  });
  if (found === undefined) throw new Error("the browser has no process");
  return found;
}

function listProcesses(): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function readKilobytes(rollup: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(rollup)?.[1] ?? 0);
}

/** Nothing of a process that has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
