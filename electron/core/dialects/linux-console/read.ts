// outputs of the facts scripts -> Reading: identity, clock, interfaces, routes, name servers.
import { makeFailure } from "../../failures/failure.ts";
import { fail, type Result, succeed } from "../../failures/result.ts";
import type { NameServer, Route } from "../../settings/network-settings.ts";
import type { Reading } from "../dialect.ts";
import { readIdentity } from "./facts/identity.ts";
import { composeInterfaces } from "./facts/interfaces.ts";
import { parseStanzas, type Stanza } from "./facts/interfaces-file.ts";
import { parseIpAddressJson } from "./facts/ip-json.ts";
import { parseIpAddressText, parseIpRouteText } from "./facts/ip-text.ts";
import type { Link } from "./facts/link.ts";
import { readClaims } from "./facts/managers.ts";
import { parseIfconfig, parseProcRoute, parseRouteTable } from "./facts/net-tools.ts";
import { readNameServers } from "./facts/resolv-conf.ts";
import { parseSections, type Sections } from "./facts/sections.ts";

/** A stanza and the file it stands in. */
export interface PlacedStanza extends Stanza {
  readonly file: string;
}

/** What was read, and what writing needs beside it. */
export interface Facts {
  readonly reading: Omit<Reading, "capabilities">;
  readonly stanzas: readonly PlacedStanza[];
  readonly sections: Sections;
  /** Where /etc/resolv.conf really is. */
  readonly resolvConf: string;
}

export function readFacts(outputs: readonly string[], key: string, wallTime: number): Result<Facts> {
  const sections = parseSections(outputs, key);
  const links = readLinks(sections);
  if (!links.ok) return links;
  const routes = [...readRoutes(sections), ...parseIpRouteText(sections.get("r6") ?? "", 6)];
  const stanzas = findStanzas(sections);
  const nameServers = listNameServers(sections);
  const interfaces = composeInterfaces({
    links: links.value,
    routes,
    nameServers,
    stanzas,
    claims: readClaims(sections, stanzas),
    sections,
  });
  return succeed({
    reading: {
      terminal: readIdentity(sections),
      clock: readClock(sections, wallTime),
      interfaces: [...interfaces],
      routes,
      nameServers: [...nameServers],
      hosts: [],
      tpdu: null,
    },
    stanzas,
    sections,
    resolvConf: sections.get("ls")?.trim() || "/etc/resolv.conf",
  });
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

function findStanzas(sections: Sections): readonly PlacedStanza[] {
  return [...sections.files]
    .filter(([path]) => path.startsWith("/etc/network/"))
    .flatMap(([file, text]) => parseStanzas(text).map((stanza) => ({ ...stanza, file })));
}

function listNameServers(sections: Sections): readonly NameServer[] {
  const stub = "/run/systemd/resolve/resolv.conf";
  const own = readNameServers(sections.files.get("/etc/resolv.conf") ?? "");
  const upstream = readNameServers(sections.files.get(stub) ?? "");
  return [
    ...own.map((address) => ({ address, source: "/etc/resolv.conf" })),
    ...(own.includes("127.0.0.53") ? upstream.map((address) => ({ address, source: "systemd-resolved" })) : []),
  ];
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
