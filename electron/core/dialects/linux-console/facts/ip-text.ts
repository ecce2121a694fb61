// `ip address` and `ip route` as text: BusyBox, toybox and old iproute2.
//
//   2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue qlen 1000
//       link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
//       inet 192.168.1.23/24 brd 192.168.1.255 scope global dynamic eth0
//   default via 192.168.1.1 dev eth0 metric 100
import type { Route } from "../../../settings/network-settings.ts";
import { type Link, type LinkAddress, readFlags } from "./link.ts";

export function parseIpAddressText(text: string): readonly Link[] {
  return text
    .split(/\n(?=\d+: )/)
    .map((block) => parseBlock(block.trim()))
    .filter((link) => link !== null);
}

function parseBlock(block: string): Link | null {
  const head = /^(\d+): ([^:@\s]+)(?:@[^:\s]+)?: <([^>]*)>(?:.*? mtu (\d+))?/.exec(block);
  if (!head) return null;
  const [, index, name = "", flags = "", mtu] = head;
  return {
    name,
    index: Number(index),
    // Loopback's is all zeros, which is none.
    mac: /^\s+link\/(?!loopback)\S+ ([0-9a-fA-F:]{11,})/m.exec(block)?.[1] ?? null,
    mtu: mtu === undefined ? null : Number(mtu),
    ...readFlags(flags.split(",")),
    addresses: [...block.matchAll(/^\s+(inet6?) (\S+)(.*)$/gm)].map(([, family = "", address = "", rest = ""]) =>
      parseAddress(family === "inet" ? 4 : 6, address, rest),
    ),
  };
}

function parseAddress(family: 4 | 6, text: string, rest: string): LinkAddress {
  const [address = text, prefix] = text.split("/");
  // A point-to-point address stands alone; its prefix follows the peer's.
  const peer = /peer \S+\/(\d+)/.exec(rest)?.[1];
  const length = prefix ?? peer;
  return {
    family,
    address,
    prefixLength: length === undefined ? (family === 4 ? 32 : 128) : Number(length),
    scope: /scope (\S+)/.exec(rest)?.[1] ?? "global",
    dynamic: / dynamic\b/.test(rest),
  };
}

const otherTypes = /^(?:unreachable|prohibit|blackhole|throw|broadcast|local|multicast|anycast)\b/;

export function parseIpRouteText(text: string, family: 4 | 6): readonly Route[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !otherTypes.test(line))
    .flatMap((line) => {
      const destination = /^(?:unicast )?(default|(?=[^/\s]*[.:])[0-9a-fA-F:.]+(?:\/\d+)?)(?=\s|$)/.exec(line)?.[1];
      if (destination === undefined) return [];
      return [
        {
          destination: completeDestination(destination, family),
          gateway: / via (?:inet6? )?(\S+)/.exec(line)?.[1] ?? null,
          interface: / dev (\S+)/.exec(line)?.[1] ?? null,
          metric: readNumber(/ metric (\d+)/.exec(line)?.[1]),
        },
      ];
    });
}

/** `default` and bare addresses as ADDRESS/PREFIX. */
function completeDestination(text: string, family: 4 | 6): string {
  if (text === "default") return family === 4 ? "0.0.0.0/0" : "::/0";
  return text.includes("/") ? text : `${text}/${family === 4 ? 32 : 128}`;
}

function readNumber(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
