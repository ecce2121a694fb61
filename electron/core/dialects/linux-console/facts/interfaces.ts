// links + routes + name servers + configuration files -> interfaces of the settings model
import type {
  InterfaceKind,
  InterfaceSettings,
  IpSettings,
  NameServer,
  Route,
} from "../../../settings/network-settings.ts";
import { findOption, type Stanza } from "./interfaces-file.ts";
import type { Link } from "./link.ts";
import type { Claims } from "./managers.ts";
import type { Sections } from "./sections.ts";

export interface Facts {
  readonly links: readonly Link[];
  readonly routes: readonly Route[];
  readonly nameServers: readonly NameServer[];
  readonly stanzas: readonly Stanza[];
  readonly claims: Claims;
  readonly sections: Sections;
}

export function composeInterfaces(facts: Facts): readonly InterfaceSettings[] {
  const primary = findPrimary(facts);
  return facts.links.map((link) => {
    const dns = link.name === primary ? facts.nameServers.map(({ address }) => address) : [];
    const running = {
      ipv4: composeRunning(link, 4, { facts, dns }),
      ipv6: composeRunning(link, 6, { facts, dns: [] }),
    };
    return {
      name: link.name,
      kind: readKind(link, facts.sections),
      mac: link.mac,
      link: link.carrier === null ? null : link.carrier ? "up" : "down",
      mtu: link.mtu,
      manager: facts.claims.managerOf(link),
      ipv4: composeConfigured(link, "inet", { facts, dns }) ?? running.ipv4,
      ipv6: composeConfigured(link, "inet6", { facts, dns: [] }) ?? running.ipv6,
      running,
    };
  });
}

interface Around {
  readonly facts: Facts;
  readonly dns: readonly string[];
}

/** The interface that /etc/resolv.conf serves: the one with the default route, running or else configured. */
function findPrimary({ links, routes, stanzas }: Facts): string | null {
  const defaults = routes.filter((route) => route.destination === "0.0.0.0/0" && route.interface !== null);
  const best = [...defaults].sort((a, b) => (a.metric ?? 0) - (b.metric ?? 0))[0];
  const configured = stanzas.find((stanza) => stanza.family === "inet" && stanza.method !== "loopback");
  const addressed = links.find((link) => link.addresses.some(({ family, scope }) => family === 4 && scope !== "host"));
  return best?.interface ?? configured?.interface ?? addressed?.name ?? null;
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

function composeConfigured(link: Link, family: Stanza["family"], { facts, dns }: Around): IpSettings | null {
  const stanza = facts.stanzas.find((each) => each.interface === link.name && each.family === family);
  if (!stanza || stanza.method === "manual") return null;
  const none = { address: null, prefixLength: null, gateway: null, additional: [] };
  if (stanza.method === "dhcp" || stanza.method === "auto")
    return { method: "dhcp", ...none, dns: readDns(stanza, dns, facts) };
  if (stanza.method !== "static") return null;
  const [address = null, slash] = (findOption(stanza, "address") ?? "").split("/");
  const mask = slash ?? findOption(stanza, "netmask");
  const prefixLength = mask === null ? null : readMask(mask);
  return {
    method: "static",
    // A mask that cannot be read stays beside the address, so that the rules can quote it.
    address: address === "" ? null : mask !== null && prefixLength === null ? `${address}/${mask}` : address,
    prefixLength,
    gateway: findOption(stanza, "gateway"),
    dns: readDns(stanza, dns, facts),
    additional: [],
  };
}

/** `dns-nameservers` means something only to resolvconf; without it, /etc/resolv.conf is the setting. */
function readDns(stanza: Stanza, dns: readonly string[], { sections }: Facts): readonly string[] {
  const own = findOption(stanza, "dns-nameservers", "dns-nameserver");
  return own !== null && sections.get("rc") !== null ? own.split(/\s+/) : dns;
}

/** Null for a mask that is not contiguous: it has no length. */
function readMask(mask: string): number | null {
  if (/^\d{1,3}$/.test(mask)) return Number(mask) <= 128 ? Number(mask) : null;
  const bits = mask
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
  return /^1*0*$/.test(bits) && bits.length === 32 ? bits.replaceAll("0", "").length : null;
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
