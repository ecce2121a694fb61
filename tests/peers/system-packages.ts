// What the real peers need from the machine: a program or file, and the Debian package that brings it.
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { isKernelReady } from "./kernel.ts";

export type Need = "console" | "machine" | "bench" | "ports" | "window";

export interface SystemPackage {
  readonly name: string;
  /** Any of these files proves it. */
  readonly files: readonly string[];
  readonly needs: readonly Need[];
}

const systemPackages: readonly SystemPackage[] = [
  { name: "iproute2", files: ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip"], needs: ["console"] },
  { name: "socat", files: ["/usr/bin/socat"], needs: ["console", "machine", "bench"] },
  { name: "util-linux", files: ["/usr/bin/unshare"], needs: ["console", "machine"] },
  { name: "login", files: ["/usr/bin/login", "/bin/login"], needs: ["console"] },
  { name: "passwd", files: ["/usr/sbin/chpasswd"], needs: ["console"] },
  { name: "sudo", files: ["/usr/bin/sudo"], needs: ["console"] },
  { name: "bash", files: ["/usr/bin/bash", "/bin/bash"], needs: ["console"] },
  { name: "dash", files: ["/usr/bin/dash", "/bin/dash"], needs: ["console"] },
  { name: "ifupdown", files: ["/usr/sbin/ifup", "/sbin/ifup"], needs: ["console"] },
  { name: "locales", files: ["/usr/share/i18n/locales/zh_CN"], needs: ["console"] },
  { name: "busybox-static", files: ["/usr/bin/busybox", "/bin/busybox"], needs: ["console", "machine"] },
  { name: "cpio", files: ["/usr/bin/cpio", "/bin/cpio"], needs: ["machine"] },
  { name: "qemu-system-x86", files: ["/usr/bin/qemu-system-x86_64"], needs: ["machine"] },
  { name: "expect", files: ["/usr/bin/expect"], needs: ["bench"] },
  { name: "lnav", files: ["/usr/bin/lnav"], needs: ["bench"] },
  { name: "udev", files: ["/usr/bin/udevadm", "/bin/udevadm"], needs: ["ports"] },
  { name: "chromium", files: ["/usr/bin/chromium", "/usr/bin/google-chrome"], needs: ["window"] },
  { name: "fonts-noto-cjk", files: ["/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"], needs: ["window"] },
];

export function listMissingPackages(): readonly SystemPackage[] {
  return systemPackages.filter((candidate) => !isPresent(candidate));
}

/** Why the peers of this need cannot run here, or null when they can. Tests are skipped by it, and say so. */
export function findObstacle(need: Need): string | null {
  if (process.platform !== "linux") return "needs Linux";
  if (process.getuid?.() !== 0) return "needs root";
  const missing = listMissingPackages().filter((candidate) => candidate.needs.includes(need));
  if (missing.length > 0) return `needs ${missing.map((candidate) => candidate.name).join(" ")}`;
  return need === "machine" && !isKernelReady() ? "needs Debian's cloud kernel (linux-image-cloud-amd64)" : null;
}

function isPresent(candidate: SystemPackage): boolean {
  const found = candidate.files.find((file) => existsSync(file));
  if (found === undefined) return false;
  return candidate.name !== "busybox-static" || !namesALoader(found);
}

/** A dynamically linked program names its loader near its start; the machine's ramdisk holds no libraries. */
function namesALoader(file: string): boolean {
  const start = Buffer.alloc(4096);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, start, 0, start.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return start.includes("/ld-linux") || start.includes("/ld-musl");
}
