// What the real peers need from the machine: a program or file, and the Debian package that brings it.
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { listMissingLoans } from "./borrowed-packages.ts";
import { isKernelReady } from "./kernel.ts";

export type Need =
  | "console"
  | "managers"
  | "resolvers"
  | "machine"
  | "bench"
  | "ports"
  | "window"
  | "server"
  | "network"
  | "bridge"
  | "loader"
  | "modem"
  | "database";

export interface SystemPackage {
  readonly name: string;
  /** Any of these files proves it. */
  readonly files: readonly string[];
  readonly needs: readonly Need[];
}

const systemPackages: readonly SystemPackage[] = [
  { name: "iproute2", files: ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip"], needs: ["console", "network"] },
  { name: "util-linux", files: ["/usr/bin/unshare"], needs: ["console", "machine", "network", "loader", "database"] },
  {
    name: "socat",
    files: ["/usr/bin/socat"],
    needs: ["console", "machine", "bench", "network", "server", "bridge", "modem"],
  },
  { name: "iputils-ping", files: ["/usr/bin/ping", "/bin/ping"], needs: ["network"] },
  { name: "iputils-arping", files: ["/usr/bin/arping", "/usr/sbin/arping"], needs: ["network"] },
  { name: "dnsmasq-base", files: ["/usr/sbin/dnsmasq"], needs: ["managers", "network"] },
  { name: "openssl", files: ["/usr/bin/openssl"], needs: ["network"] },
  { name: "curl", files: ["/usr/bin/curl"], needs: ["network"] },
  { name: "login", files: ["/usr/bin/login", "/bin/login"], needs: ["console"] },
  { name: "passwd", files: ["/usr/sbin/chpasswd"], needs: ["console"] },
  { name: "sudo", files: ["/usr/bin/sudo"], needs: ["console"] },
  { name: "bash", files: ["/usr/bin/bash", "/bin/bash"], needs: ["console"] },
  { name: "dash", files: ["/usr/bin/dash", "/bin/dash"], needs: ["console"] },
  { name: "ifupdown", files: ["/usr/sbin/ifup", "/sbin/ifup"], needs: ["console"] },
  { name: "locales", files: ["/usr/share/i18n/locales/zh_CN"], needs: ["console"] },
  { name: "busybox-static", files: ["/usr/bin/busybox", "/bin/busybox"], needs: ["console", "machine", "network"] },
  { name: "network-manager", files: ["/usr/sbin/NetworkManager"], needs: ["managers"] },
  {
    name: "systemd",
    files: ["/usr/lib/systemd/systemd-networkd", "/lib/systemd/systemd-networkd"],
    needs: ["managers"],
  },
  { name: "dbus", files: ["/usr/bin/dbus-daemon"], needs: ["managers"] },
  { name: "isc-dhcp-client", files: ["/usr/sbin/dhclient", "/sbin/dhclient"], needs: ["managers"] },
  { name: "cpio", files: ["/usr/bin/cpio", "/bin/cpio"], needs: ["machine"] },
  { name: "e2fsprogs", files: ["/usr/sbin/mke2fs", "/sbin/mke2fs"], needs: ["machine"] },
  { name: "qemu-system-x86", files: ["/usr/bin/qemu-system-x86_64"], needs: ["machine", "loader"] },
  { name: "u-boot-qemu", files: ["/usr/lib/u-boot/qemu-x86_64/u-boot.rom"], needs: ["loader"] },
  { name: "expect", files: ["/usr/bin/expect"], needs: ["bench"] },
  { name: "ser2net", files: ["/usr/sbin/ser2net"], needs: ["server"] },
  { name: "udev", files: ["/usr/bin/udevadm", "/bin/udevadm"], needs: ["ports", "managers"] },
  { name: "adb", files: ["/usr/bin/adb"], needs: ["bridge"] },
  { name: "comgt", files: ["/usr/bin/comgt"], needs: ["modem"] },
  { name: "gammu", files: ["/usr/bin/gammu"], needs: ["modem"] },
  { name: "wvdial", files: ["/usr/bin/wvdial"], needs: ["modem"] },
  { name: "ppp", files: ["/usr/sbin/chat"], needs: ["modem"] },
  {
    name: "postgresql",
    files: ["15", "16", "17", "18"].map((version) => `/usr/lib/postgresql/${version}/bin/postgres`),
    needs: ["database"],
  },
  { name: "lnav", files: ["/usr/bin/lnav"], needs: ["bench"] },
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
  const isAboutManagers = need === "managers" || need === "resolvers";
  const needs: readonly Need[] = isAboutManagers ? ["console", "managers"] : [need];
  const missing = listMissingPackages().filter((candidate) => candidate.needs.some((each) => needs.includes(each)));
  if (missing.length > 0) return `needs ${missing.map((candidate) => candidate.name).join(" ")}`;
  const loans = need === "resolvers" ? listMissingLoans() : [];
  if (loans.length > 0) return `needs the archives of ${loans.join(" ")}`;
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
