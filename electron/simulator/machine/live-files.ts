// Files of /proc and /sys whose content is made when they are read.
import { linkFlags, linkLocalAddress, operationalState } from "../network/show-links.ts";
import { showProcRoutes } from "../network/show-routes.ts";
import type { Link } from "../network/network-stack.ts";
import type { Machine } from "../machine.ts";

/** The text of a live file; an error's name (`EINVAL`) when the kernel refuses to read it now; null for other files. */
export type LiveContent = { readonly text: string } | { readonly refused: "EINVAL" } | null;

export function readLiveFile(machine: Machine, path: string): LiveContent {
  if (path.startsWith("/sys/class/net/")) return readLinkFile(machine, path.slice("/sys/class/net/".length));
  const text = procFiles[path]?.(machine);
  return text === undefined ? null : { text };
}

const procFiles: Readonly<Record<string, (machine: Machine) => string>> = {
  "/proc/uptime": (machine) => `${machine.uptime().toFixed(2)} ${(machine.uptime() * 0.93).toFixed(2)}\n`,
  "/proc/loadavg": () => "0.08 0.03 0.01 1/78 2210\n",
  "/proc/meminfo": () => "MemTotal:         508416 kB\nMemFree:          231044 kB\nMemAvailable:     388120 kB\n",
  "/proc/net/route": (machine) => showProcRoutes(machine.network.routes.all),
  "/proc/net/dev": (machine) => showDeviceCounters(machine.network.links),
  "/proc/net/arp": () => "IP address       HW type     Flags       HW address            Mask     Device\n",
  "/proc/net/if_inet6": (machine) => machine.network.links.toReversed().map(showInet6).join(""),
  "/proc/sys/kernel/hostname": (machine) => `${machine.hostName}\n`,
  "/proc/sys/kernel/printk": (machine) => `${machine.consoleLogLevel}\t4\t1\t7\n`,
  "/var/log/syslog": (machine) => machine.logText(),
};

function readLinkFile(machine: Machine, rest: string): LiveContent {
  const [name = "", file = ""] = rest.split("/");
  const link = machine.network.link(name);
  if (link === null) return null;
  if ((file === "carrier" || file === "speed" || file === "duplex") && !link.up) return { refused: "EINVAL" };
  if (file === "speed" && link.kind === "loopback") return { refused: "EINVAL" };
  const text = linkFiles(link)[file];
  return text === undefined ? null : { text: `${text}\n` };
}

function linkFiles(link: Link): Readonly<Record<string, string>> {
  const isLoopback = link.kind === "loopback";
  const flags = (isLoopback ? 0x8 : 0x1002) | (link.up ? 1 : 0);
  return {
    address: link.mac,
    broadcast: isLoopback ? "00:00:00:00:00:00" : "ff:ff:ff:ff:ff:ff",
    carrier: link.carrier ? "1" : "0",
    flags: `0x${flags.toString(16)}`,
    ifindex: String(link.index),
    mtu: String(link.mtu),
    operstate: operationalState(link).toLowerCase(),
    speed: link.carrier ? "100" : "-1",
    duplex: link.carrier ? "full" : "unknown",
    type: isLoopback ? "772" : "1",
    addr_len: "6",
    tx_queue_len: "1000",
    uevent: `INTERFACE=${link.name}\nIFINDEX=${link.index}`,
  };
}

function showInet6(link: Link): string {
  const own = linkLocalAddress(link);
  if (own === null) return "";
  const digits = own.local === "::1" ? "1".padStart(32, "0") : expand(own.local);
  const [length, scope] = own.local === "::1" ? ["80", "10"] : ["40", "20"];
  return `${digits} ${String(link.index).padStart(2, "0")} ${length} ${scope} 80 ${link.name.padStart(8)}\n`;
}

function expand(address: string): string {
  const tail = address.slice("fe80::".length).split(":");
  return `fe80000000000000${tail.map((group) => group.padStart(4, "0")).join("")}`;
}

function showDeviceCounters(links: readonly Link[]): string {
  const head =
    "Inter-|   Receive                                                |  Transmit\n" +
    " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n";
  const counters =
    "  184220     902    0    0    0     0          0         0   120114     733    0    0    0     0       0          0";
  return (
    head +
    links
      .map(
        (link) =>
          `${link.name.padStart(6)}:${linkFlags(link).includes("UP") ? counters : counters.replaceAll(/\d/g, "0")}\n`,
      )
      .join("")
  );
}
