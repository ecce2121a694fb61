// Terminals without `ip`: `ifconfig -a` and `route -n` of net-tools and BusyBox, and /proc/net/route.
//
//   eth0      Link encap:Ethernet  HWaddr 02:00:00:00:00:01        BusyBox, net-tools 1.60
//             inet addr:192.168.1.23  Bcast:192.168.1.255  Mask:255.255.255.0
//             UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1
//   eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500     net-tools 2
//           inet 192.168.1.23  netmask 255.255.255.0  broadcast 192.168.1.255
//           ether 02:00:00:00:00:01  txqueuelen 1000  (Ethernet)
import type { Route } from "../../../settings/network-settings.ts";
import { type Link, type LinkAddress, readFlags } from "./link.ts";

/** `eth0:1` is no interface but one more address of eth0 under a label. */
export function parseIfconfig(text: string): readonly Link[] {
  const blocks = text
    .split(/\n(?=\S)/)
    .map(parseBlock)
    .filter((link) => link !== null);
  return blocks
    .filter(({ name }) => !name.includes(":"))
    .map((link) => {
      const labelled = blocks.filter(({ name }) => name.startsWith(`${link.name}:`));
      return { ...link, addresses: [...link.addresses, ...labelled.flatMap(({ addresses }) => addresses)] };
    });
}

function parseBlock(block: string): Link | null {
  const name = /^([^\s:]+(?::[^\s:]+)?):?\s+(?:flags=|Link encap:)/.exec(block)?.[1];
  if (name === undefined) return null;
  const flags = /flags=\d+<([^>]*)>/.exec(block)?.[1] ?? "";
  const oldFlags = /^\s+((?:[A-Z]+ )*[A-Z]+) +MTU:/m.exec(block)?.[1] ?? "";
  const mtu = /(?:mtu |MTU:)(\d+)/.exec(block)?.[1];
  return {
    name,
    index: null,
    mac: /(?:HWaddr|ether) ([0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5})/.exec(block)?.[1]?.toLowerCase() ?? null,
    mtu: mtu === undefined ? null : Number(mtu),
    ...readFlags([...flags.split(","), ...oldFlags.split(" ")]),
    addresses: [...parseIpv4(block), ...parseIpv6(block)],
  };
}

function parseIpv4(block: string): readonly LinkAddress[] {
  const [, address, rest = ""] = /inet (?:addr:)?(\d+\.\d+\.\d+\.\d+)(.*)/.exec(block) ?? [];
  if (address === undefined) return [];
  const mask = /(?:Mask:|netmask )(\S+)/.exec(rest)?.[1];
  const prefixLength = mask === undefined ? null : countMaskBits(mask);
  return [{ family: 4, address, prefixLength, scope: readScope(address), dynamic: false }];
}

/** As the kernel gives it to these addresses; ifconfig does not print it. */
function readScope(address: string): string {
  if (address.startsWith("127.")) return "host";
  return address.startsWith("169.254.") ? "link" : "global";
}

function parseIpv6(block: string): readonly LinkAddress[] {
  return [...block.matchAll(/inet6 (?:addr: ?)?([0-9a-fA-F:]+)(?:\/(\d+))?(?: +prefixlen (\d+))?(.*)/g)].map(
    ([, address = "", slash, length, rest = ""]) => ({
      family: 6 as const,
      address,
      prefixLength: Number(slash ?? length ?? 64),
      scope: /Scope:Link|<link>/.test(rest) ? "link" : /Scope:Host|<host>/.test(rest) ? "host" : "global",
      dynamic: false,
    }),
  );
}

/**
 *   Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
 *   0.0.0.0         192.168.1.1     0.0.0.0         UG    0      0        0 eth0
 */
export function parseRouteTable(text: string): readonly Route[] {
  return text.split("\n").flatMap((line) => {
    const cells = line.trim().split(/\s+/);
    const [destination = "", gateway = "", mask = "", flags = "", metric = "", , , device] = cells;
    if (!/^\d+\.\d+\.\d+\.\d+$/.test(destination) || device === undefined || flags.includes("!")) return [];
    return [makeRoute({ destination, gateway, mask, metric: Number(metric), device })];
  });
}

/** RTF_REJECT of linux/route.h: an unreachable network. */
const rejects = 0x200;

/**
 *   Iface  Destination  Gateway   Flags  RefCnt  Use  Metric  Mask      MTU  Window  IRTT
 *   eth0   00000000     0101A8C0  0003   0       0    0       00000000  0    0       0      (words in host order: little-endian here)
 */
export function parseProcRoute(text: string): readonly Route[] {
  return text.split("\n").flatMap((line) => {
    const [device, destination = "", gateway = "", flags = "", , , metric = "0", mask = ""] = line.trim().split(/\s+/);
    if (device === undefined || !/^[0-9A-F]{8}$/i.test(destination)) return [];
    if (Number.parseInt(flags, 16) & rejects) return [];
    return [
      makeRoute({
        destination: readWord(destination),
        gateway: readWord(gateway),
        mask: readWord(mask),
        metric: Number(metric),
        device,
      }),
    ];
  });
}

interface Row {
  readonly destination: string;
  readonly gateway: string;
  readonly mask: string;
  readonly metric: number;
  readonly device: string;
}

function makeRoute({ destination, gateway, mask, metric, device }: Row): Route {
  return {
    destination: `${destination}/${countMaskBits(mask) ?? 32}`,
    gateway: gateway === "0.0.0.0" || gateway === "*" ? null : gateway,
    interface: device,
    // 0 is what the kernel takes when nobody gave one; `ip` prints none then.
    metric: Number.isFinite(metric) && metric > 0 ? metric : null,
  };
}

function readWord(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  return bytes
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join(".");
}

function countMaskBits(mask: string): number | null {
  const bits = mask
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
  return /^1*0*$/.test(bits) && bits.length === 32 ? bits.replaceAll("0", "").length : null;
}
