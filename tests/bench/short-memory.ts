// A computer whose memory is short (Linux, root): what is started here shares so much of it, with whatever of the disk it has in
// memory, and the system takes pages back as it would there.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The memory controller of control groups, first version. */
const controller = "/sys/fs/cgroup/memory";

export interface ShortMemory {
  /** What is started meanwhile belongs to it, and whatever comes from that. */
  readonly startIn: <Started>(start: () => Promise<Started>) => Promise<Started>;
  /** From now on they may have so much. */
  readonly allow: (megabytes: number) => void;
  readonly remove: () => Promise<void>;
}

/** Null: this computer or this user cannot make one. */
export function makeShortMemory(megabytes: number): ShortMemory | null {
  const group = join(controller, `counterpart-${process.pid}`);
  const own = /^\d+:memory:(.*)$/m.exec(readFileSync("/proc/self/cgroup", "utf8"))?.[1];
  if (own === undefined) return null;
  const allow = (most: number): void => writeFileSync(join(group, "memory.limit_in_bytes"), String(most * 1e6));
  try {
    mkdirSync(group);
    allow(megabytes);
  } catch {
    return null;
  }
  const enter = (folder: string): void => writeFileSync(join(folder, "cgroup.procs"), String(process.pid));
  return {
    startIn: async (start) => {
      enter(group);
      try {
        return await start();
      } finally {
        enter(join(controller, own));
      }
    },
    allow,
    remove: () => removeGroup(group),
  };
}

/** Files that nobody uses are read from the disk again: what lies in memory already counts for whoever read it. */
export function dropFileCache(): void {
  execFileSync("sync");
  writeFileSync("/proc/sys/vm/drop_caches", "1");
}

/** Its last processes may need a moment to end. */
async function removeGroup(group: string): Promise<void> {
  for (const late = Date.now() + 5000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      rmdirSync(group);
      return;
    } catch (error) {
      if (Date.now() > late) throw error;
    }
  }
}
