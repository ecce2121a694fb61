// links + routes + name servers + configuration files -> interfaces of the settings model
import type { InterfaceKind, InterfaceSettings, IpSettings, Route } from "../../../settings/network-settings.ts";
import type { Kept, KeptIp } from "./kept.ts";
import type { Link } from "./link.ts";
import type { Claims } from "./managers.ts";
import type { Sections } from "./sections.ts";

export interface Facts {
  readonly links: readonly Link[];
  readonly routes: readonly Route[];
  /** The name servers that programs on the terminal ask. */
  readonly asked: readonly string[];
  /** Those that an interface has by itself, where its manager says so. */
  readonly ownServers: (link: Link) => readonly string[] | null;
  readonly claims: Claims;
  /** What the interface's manager keeps for it; null when nobody does. */
  readonly keptFor: (link: Link) => Kept | null;
  readonly sections: Sections;
}

export function composeInterfaces(facts: Facts): readonly InterfaceSettings[] {
  const primary = findPrimary(facts);
  return facts.links.map((link) => {
    const dns = facts.ownServers(link) ?? (link.name === primary ? facts.asked : []);
    const running = {
      ipv4: composeRunning(link, 4, { facts, dns }),
      ipv6: composeRunning(link, 6, { facts, dns: [] }),
    };
    const kept = facts.keptFor(link);
    return {
      name: link.name,
      kind: readKind(link, facts.sections),
      mac: link.mac,
      link: link.carrier === null ? null : link.carrier ? "up" : "down",
      mtu: link.mtu,
      manager: facts.claims.managerOf(link),
      ipv4: settle(kept?.ipv4, dns) ?? running.ipv4,
      ipv6: settle(kept?.ipv6, []) ?? running.ipv6,
      running,
    };
  });
}

function settle(kept: KeptIp | null | undefined, dns: readonly string[]): IpSettings | null {
  return kept ? { ...kept, dns: kept.dns ?? dns } : null;
}

interface Around {
  readonly facts: Facts;
  readonly dns: readonly string[];
}

/** The interface that /etc/resolv.conf serves: the one with the default route, running or else configured. */
function findPrimary({ links, routes, keptFor }: Facts): string | null {
  const defaults = routes.filter((route) => route.destination === "0.0.0.0/0" && route.interface !== null);
  const best = [...defaults].sort((a, b) => (a.metric ?? 0) - (b.metric ?? 0))[0];
  const configured = links.find((link) => link.name !== "lo" && keptFor(link)?.ipv4);
  const addressed = links.find((link) => link.addresses.some(({ family, scope }) => family === 4 && scope !== "host"));
  return best?.interface ?? configured?.name ?? addressed?.name ?? null;
}

function composeRunning(link: Link, family: 4 | 6, { facts, dns }: Around): IpSettings | null {
  const own = link.addresses.filter((each) => each.family === family);
  const first = own.find(({ scope }) => scope === "global") ?? own[0];
  if (!first) return null;
  const everywhere = family === 4 ? "0.0.0.0/0" : "::/0";
  const gateway = facts.routes.find((route) => route.destination === everywhere && route.interface === link.name);
  const dynamic = first.dynamic || (family === 4 && facts.claims.hasDhcpClient(link));
  return {
    method: first.scope === "host" ? "static" : isLinkLocal(first.address) ? "link-local" : dynamic ? "dhcp" : "static",
    address: first.address,
    prefixLength: first.prefixLength,
    gateway: gateway?.gateway ?? null,
    dns,
    additional: own
      .filter((each) => each !== first)
      .map(({ address, prefixLength }) => `${address}/${prefixLength ?? "?"}`),
  };
}

/** ARPHRD numbers of linux/if_arp.h: 1 Ethernet, 512 PPP, 519 raw IP, 772 loopback. */
function readKind(link: Link, sections: Sections): InterfaceKind | null {
  const line = (sections.get("net") ?? "").split("\n").find((each) => each.startsWith(`${link.name} `));
  if (line === undefined) return link.name === "lo" ? "loopback" : null;
  const [, type, , , traits = ""] = line.split(" ");
  if (type === "772") return "loopback";
  if (traits.includes("wifi")) return "wifi";
  if (traits.includes("bridge") || line.includes("DEVTYPE=bridge")) return "bridge";
  if (line.includes("DEVTYPE=wwan") || type === "519" || /^(?:wwan|rmnet|ccmni)/.test(link.name)) return "cellular";
  if (type === "512") return "ppp";
  if (type !== "1") return "other";
  return traits.includes("device") || /^(?:eth|en|em|lan|wan)/.test(link.name) ? "ethernet" : "virtual";
}

function isLinkLocal(address: string): boolean {
  return address.startsWith("169.254.") || /^fe[89ab]/i.test(address);
}
