// outputs of the facts scripts -> Reading: identity, clock, interfaces, routes, name servers.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { Route } from "../../settings/network-settings.ts";
import type { Reading } from "../dialect.ts";
import { type DnsOwner, findNameServers, type NameServers } from "./facts/dns-owner.ts";
import { readIdentity } from "./facts/identity.ts";
import { findStanzas, type PlacedStanza, readIfupdown } from "./facts/ifupdown.ts";
import { composeInterfaces } from "./facts/interfaces.ts";
import { parseIpAddressJson } from "./facts/ip-json.ts";
import { parseIpAddressText, parseIpRouteText } from "./facts/ip-text.ts";
import type { Kept } from "./facts/kept.ts";
import type { Link } from "./facts/link.ts";
import { type Claims, readClaims } from "./facts/managers.ts";
import { parseIfconfig, parseProcRoute, parseRouteTable } from "./facts/net-tools.ts";
import { parseNeighbours } from "./facts/neighbours.ts";
import { findUnits, type PlacedUnits } from "./facts/networkd.ts";
import { readUnits } from "./facts/networkd-unit.ts";
import { findProfile, type Profile, readProfile } from "./facts/networkmanager.ts";
import { parseSections, type Sections } from "./facts/sections.ts";
import { readNetifdServers, readUci } from "./facts/uci.ts";

/** What was read, and what writing needs beside it. */
export interface Facts {
  readonly reading: Omit<Reading, "capabilities">;
  readonly stanzas: readonly PlacedStanza[];
  /** By interface name. */
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly units: ReadonlyMap<string, PlacedUnits>;
  readonly dnsOwner: DnsOwner;
  readonly sections: Sections;
  /** Where /etc/resolv.conf really is. */
  readonly resolvConf: string;
}

export function readFacts(outputs: readonly string[], key: string, wallTime: number): Result<Facts> {
  const sections = parseSections(outputs, key);
  const links = readLinks(sections);
  if (!links.ok) return links;
  const routes = [...readRoutes(sections), ...parseIpRouteText(sections.get("r6") ?? "", 6)];
  const stanzas = findStanzas(sections.files);
  const claims = readClaims(sections, stanzas);
  const profiles = mapLinks(links.value, (link) => findProfile(sections, link));
  const units = mapLinks(links.value, (link) => findUnits(sections, link));
  const servers = findNameServers(sections);
  const keptFor = (link: Link): Kept | null => readKept(link, { sections, stanzas, claims, profiles, units, servers });
  const ownServers = (link: Link): readonly string[] | null =>
    claims.managerOf(link) === "openwrt-uci"
      ? readNetifdServers(sections.get("u") ?? "", sections.files, link.name)
      : null;
  const around = { links: links.value, routes, asked: servers.asked, ownServers, claims, keptFor, sections };
  const interfaces = composeInterfaces(around);
  const neighbours = parseNeighbours(sections.get("nb") ?? "");
  return succeed({
    reading: {
      terminal: readIdentity(sections),
      clock: readClock(sections, wallTime),
      interfaces: [...interfaces],
      routes,
      nameServers: [...servers.all],
      hosts: [],
      tpdu: null,
      ...(neighbours.length > 0 && { neighbours }),
    },
    stanzas,
    profiles,
    units,
    dnsOwner: servers.owner,
    sections,
    resolvConf: sections.get("ls")?.trim() || "/etc/resolv.conf",
  });
}

function mapLinks<Found>(links: readonly Link[], find: (link: Link) => Found | null): ReadonlyMap<string, Found> {
  return new Map(
    links.flatMap((link): [string, Found][] => {
      const found = find(link);
      return found === null ? [] : [[link.name, found]];
    }),
  );
}

interface Keepers extends Pick<Facts, "sections" | "stanzas" | "profiles" | "units"> {
  readonly claims: Claims;
  readonly servers: NameServers;
}

function readKept(link: Link, { sections, stanzas, claims, profiles, units, servers }: Keepers): Kept | null {
  const isResolved = servers.owner === "systemd-resolved";
  switch (claims.managerOf(link)) {
    case "ifupdown":
      return readIfupdown(stanzas, link.name, sections);
    case "networkmanager": {
      const profile = profiles.get(link.name);
      return profile ? readProfile(profile, isResolved || servers.owner === "NetworkManager") : null;
    }
    case "systemd-networkd": {
      const own = units.get(link.name);
      return own ? { ipv6: null, ...readUnits(own.texts, isResolved) } : null;
    }
    case "openwrt-uci":
      return readUci(sections.get("u") ?? "", link.name);
    case "connman":
    case "busybox-udhcpc":
    case "parameter-file":
    case "modem":
    case "terminal":
    case null:
      return null;
  }
}

/** Whichever of `ip -j`, `ip` and `ifconfig` the terminal has. */
function readLinks(sections: Sections): Result<readonly Link[]> {
  const text = sections.get("a")?.trim() ?? "";
  if (text.startsWith("[")) return parseIpAddressJson(text);
  const links = /^\d+: /.test(text) ? parseIpAddressText(text) : parseIfconfig(text);
  return links.length > 0 ? succeed(links) : fail(makeFailure("answer-unreadable", { step: "ip address" }));
}

/** Whichever of `ip`, `route` and /proc/net/route the terminal has. */
function readRoutes(sections: Sections): readonly Route[] {
  const text = sections.get("r")?.trim() ?? "";
  if (text.startsWith("Iface")) return parseProcRoute(text);
  return text.startsWith("Kernel") ? parseRouteTable(text) : parseIpRouteText(text, 4);
}

/** Seconds since 1970 until the last day of the year 9998: a clock beyond is no clock, and no Date either. */
const latest = 253_370_764_800;

function readClock(sections: Sections, wallTime: number): Reading["clock"] {
  const [, epoch, sign = "+", hours = "00", minutes = "00"] =
    /^(\d+) ([+-])(\d\d)(\d\d)/.exec(sections.get("t") ?? "") ?? [];
  if (epoch === undefined) return null;
  const seconds = Number(epoch);
  if (seconds > latest) return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  const local = new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 19);
  return { time: `${local}${sign}${hours}:${minutes}`, aheadSeconds: Math.round(seconds - wallTime / 1000) };
}
