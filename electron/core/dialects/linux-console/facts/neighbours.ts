// `ADDRESS DEVICE` lines of /proc/net/arp: who answered on a link. The script leaves out what did not answer, and keeps to a
// handful of lines: a busy network's whole table would take seconds at 9600 baud.
import type { NetworkSettings } from "../../../settings/network-settings.ts";
import { scanIpv4 } from "../../../settings/ipv4.ts";

type Neighbours = NonNullable<NetworkSettings["neighbours"]>;

/** As many as are asked for, which is as many as the settings hold. */
export const mostNeighbours = 16;

/** Entries that are complete (ATF_COM alone: one that a person made permanent proves nothing). */
export const askNeighbours = `p nb;while read a b c d e f;do [ $c = 0x2 ]&&echo $a $f;done</proc/net/arp|head -n ${mostNeighbours}`;

export function parseNeighbours(text: string): Neighbours {
  const found = text.split("\n").flatMap((line) => {
    const [address = "", name = ""] = line.trim().split(/\s+/);
    return scanIpv4(address) === null || name === "" || name.length > 64 ? [] : [{ interface: name, address }];
  });
  return found.slice(0, mostNeighbours);
}
