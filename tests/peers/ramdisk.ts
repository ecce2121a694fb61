// The machine's file system: static BusyBox, the modules of its network card, and a few files; packed with cpio.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type Kernel, kernelModules } from "./kernel.ts";
import { runOrThrow } from "./owned-process.ts";

export interface RamdiskContent {
  /** By absolute path. */
  readonly files: Readonly<Record<string, string>>;
  /** Paths of `files` that are programs. */
  readonly programs: readonly string[];
}

const folders = [
  "bin",
  "sbin",
  "usr/bin",
  "usr/sbin",
  "proc",
  "sys",
  "dev",
  "dev/pts",
  "run",
  "tmp",
  "root",
  "var/log",
];
const moreFolders = ["if-pre-up.d", "if-up.d", "if-down.d", "if-post-down.d"].map((name) => `etc/network/${name}`);

export interface Ramdisk {
  readonly path: string;
  remove(): void;
}

export async function packRamdisk(kernel: Kernel, content: RamdiskContent): Promise<Ramdisk> {
  const work = mkdtempSync(join(tmpdir(), "counterpart-machine-"));
  const root = join(work, "root");
  for (const folder of [...folders, ...moreFolders, "lib/modules"]) mkdirSync(join(root, folder), { recursive: true });
  copyFileSync(existsSync("/bin/busybox") ? "/bin/busybox" : "/usr/bin/busybox", join(root, "bin/busybox"));
  chmodSync(join(root, "bin/busybox"), 0o4755);
  for (const name of ["bin/sh", "bin/ash", "sbin/init"]) symlinkSync("/bin/busybox", join(root, name));
  symlinkSync("../run", join(root, "var/run"));
  for (const module of kernelModules) {
    copyFileSync(join(kernel.modules, `${module}.ko`), join(root, "lib/modules", `${basename(module)}.ko`));
  }
  for (const [path, text] of Object.entries(content.files)) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { mode: content.programs.includes(path) ? 0o755 : 0o644 });
  }
  const path = join(work, "ramdisk");
  await runOrThrow("sh", ["-c", 'cd "$1" && find . | cpio --quiet -o -H newc -R 0:0 > "$2"', "sh", root, path]);
  rmSync(root, { recursive: true });
  return {
    path,
    remove() {
      rmSync(work, { recursive: true, force: true });
    },
  };
}
