// What the kernel knows of a neighbour at the link layer, and how it is made to ask afresh. /proc/net/arp is on every
// Linux, whatever tools there are:
//
//   IP address       HW type     Flags       HW address            Mask     Device
//   192.168.1.1      0x1         0x2         8e:13:b5:d9:1d:c3     *        eth0
//
// Flags: 0x2 answered, 0x0 asked in vain, 0x4 set by hand, which is left alone (linux/if_arp.h ATF_COM, ATF_PERM).
import type { Sections } from "../facts/sections.ts";

/** Prints the entry as a section, after forgetting what is only remembered; `name` and `address` are encoded. */
export function forgetNeighbour(name: string, address: string): string {
  const entry = `grep "^${address} .* ${name}$" /proc/net/arp`;
  return [
    `if ${entry}|grep -q " 0x2 ";then ip neigh del ${address} dev ${name}||arp -d ${address};fi >/dev/null 2>&1`,
    `p before;${entry} 2>/dev/null`,
  ].join("\n");
}

export function showNeighbour(name: string, address: string): string {
  return `p neighbour;grep "^${address} .* ${name}$" /proc/net/arp 2>/dev/null`;
}

/** A datagram to the discard port makes the kernel ask for the neighbour, where nothing better does. */
export function wakeNeighbour(address: string): string {
  return `if h bash;then r 1 bash -c 'echo >/dev/udp/$0/9' ${address};elif h nc;then echo|r 1 nc -u -w 1 ${address} 9;fi >/dev/null 2>&1;sleep 1`;
}

/**
 * `answered` only when it was asked afresh; `unknown` when the kernel did not ask there, or still remembers an answer of
 * before that could not be forgotten.
 */
export function readNeighbour(sections: Sections): {
  readonly state: "answered" | "silent" | "unknown";
  readonly line: string;
} {
  const line = (sections.get("neighbour") ?? "").trim().replace(/\s+/g, " ");
  const before = sections.get("before") ?? "";
  const flags = / (0x[0-9a-f]+) (?:[0-9a-f:]{17})/.exec(line)?.[1];
  if (flags === "0x0") return { state: "silent", line };
  const isFresh = !/ 0x2 /.test(before);
  return { state: flags !== undefined && (Number(flags) & 2) !== 0 && isFresh ? "answered" : "unknown", line };
}

/** Whether a carrier is there, first: without one, nobody answers, which is no answer to any question. */
export function showCarrier(name: string): string {
  return `x=;read x 2>/dev/null </sys/class/net/${name}/carrier||[ ! -d /sys/class/net/${name} ]||x=0;p carrier;echo "$x"`;
}

export function lacksCarrier(sections: Sections): boolean {
  return sections.get("carrier")?.trim() === "0";
}
