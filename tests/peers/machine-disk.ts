// A machine's disk: a file that is a file system with /etc on it, and outlives the machine.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type MachineOptions, writeMachineFiles } from "./machine-files.ts";
import { runOrThrow } from "./owned-process.ts";

/** With what the machine would have had in memory. */
export async function makeDisk(image: string, options: MachineOptions): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "counterpart-disk-"));
  const { files, programs } = writeMachineFiles(options, "");
  try {
    for (const [path, text] of Object.entries(files).filter(([name]) => name.startsWith("/etc/"))) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), text, { mode: programs.includes(path) ? 0o755 : 0o644 });
    }
    for (const name of ["if-pre-up.d", "if-up.d", "if-down.d", "if-post-down.d"]) {
      mkdirSync(join(work, "etc/network", name), { recursive: true });
    }
    // Nothing is kept back for root, so that it can be full.
    const form = ["-q", "-t", "ext4", "-b", "1024", "-m", "0", "-E", "root_owner=0:0", "-d", work];
    await runOrThrow("mke2fs", [...form, image, "8M"]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
