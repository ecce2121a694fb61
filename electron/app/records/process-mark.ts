// Tells a process from a later one that was given the same id: where it started, as the operating system counts it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Text that stays the same as long as the process lives, and comes never again; null when there is none with this id. */
export function readProcessMark(pid: number): string | null {
  try {
    if (process.platform === "linux") return readFromProc(pid);
    return process.platform === "win32"
      ? ask("powershell", ["-NoProfile", "-Command", `(Get-Process -Id ${pid}).StartTime.Ticks`])
      : ask("ps", ["-o", "lstart=", "-p", String(pid)]);
  } catch {
    return null;
  }
}

function readFromProc(pid: number): string | null {
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // proc(5): the name may hold spaces; behind it the state is field 3, the start is field 22, in ticks since the boot.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // Ended, and only not yet asked for by its parent.
  return fields[0] === "Z" || fields[0] === "X" ? null : `${boot} ${fields[19] ?? ""}`;
}

function ask(program: string, words: readonly string[]): string | null {
  const said = execFileSync(program, words, { encoding: "utf8", timeout: 10_000, stdio: ["ignore", "pipe", "ignore"] });
  return said.trim() === "" ? null : said.trim();
}
