// Debian's cloud kernel, taken from its package without installing it: vmlinuz and the modules that virtio's network
// card and disk need.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const cache = resolve(import.meta.dirname, "../../.cache");
const kernelFolder = join(cache, "kernel");

/** In the order in which they load. */
export const kernelModules = [
  "drivers/virtio/virtio_ring",
  "drivers/virtio/virtio",
  "drivers/virtio/virtio_pci_modern_dev",
  "drivers/virtio/virtio_pci_legacy_dev",
  "drivers/virtio/virtio_pci",
  "net/core/failover",
  "drivers/net/net_failover",
  "drivers/net/virtio_net",
  "drivers/block/virtio_blk",
] as const;

export interface Kernel {
  readonly image: string;
  /** The folder that holds `drivers` and `net`. */
  readonly modules: string;
}

export function isKernelReady(): boolean {
  if (!existsSync(join(kernelFolder, "boot"))) return false;
  const { modules } = findKernel();
  return kernelModules.every((module) => existsSync(join(modules, `${module}.ko`)));
}

export function findKernel(): Kernel {
  const image = readdirSync(join(kernelFolder, "boot")).find((name) => name.startsWith("vmlinuz-"));
  if (image === undefined) throw new Error(`no kernel in ${kernelFolder}: run npm test once`);
  const version = image.slice("vmlinuz-".length);
  return {
    image: join(kernelFolder, "boot", image),
    modules: join(kernelFolder, "lib/modules", version, "kernel"),
  };
}

/** Fetches the package with apt and unpacks what is needed; several runs at once do not disturb each other. */
export function fetchKernel(): void {
  if (isKernelReady()) return;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, "kernel-"));
  try {
    execFileSync("apt-get", ["download", nameKernelPackage()], { cwd: work, stdio: "pipe", timeout: 240_000 });
    const archive = readdirSync(work).find((name) => name.endsWith(".deb"));
    if (archive === undefined) throw new Error("apt-get downloaded no package");
    const unpack = `dpkg-deb --fsys-tarfile "$1" | tar -x --wildcards './boot/vmlinuz-*' './lib/modules/*/kernel/drivers/virtio/*' './lib/modules/*/kernel/drivers/block/virtio_blk.ko' './lib/modules/*/kernel/drivers/net/*' './lib/modules/*/kernel/net/core/*'`;
    execFileSync("sh", ["-c", unpack, "sh", archive], { cwd: work, stdio: "pipe", timeout: 120_000 });
    rmSync(join(work, archive));
    // The folder becomes visible whole, or, when another run was faster, not at all.
    if (!isKernelReady()) {
      // What an earlier version has unpacked may lack a module.
      rmSync(kernelFolder, { recursive: true, force: true });
      renameSync(work, kernelFolder);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function nameKernelPackage(): string {
  const depends = execFileSync("apt-cache", ["depends", "--important", "linux-image-cloud-amd64"], {
    encoding: "utf8",
    timeout: 60_000,
  });
  const name = /Depends: (linux-image-\S+)/.exec(depends)?.[1];
  if (name === undefined) throw new Error("linux-image-cloud-amd64 names no kernel package");
  return name;
}
