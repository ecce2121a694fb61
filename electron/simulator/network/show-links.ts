// How iproute2 6.1.0 prints links and addresses: in words, on one line, in brief, as JSON.
import { formatQuad } from "./dotted-quad.ts";
import type { Address, Link } from "./network-stack.ts";

export interface ShowOptions {
  readonly json: boolean;
  readonly brief: boolean;
  readonly oneLine: boolean;
  /** Which addresses: both families, or one. */
  readonly family: "any" | "inet" | "inet6";
  /** `ip link` shows no addresses and one word more. */
  readonly addresses: boolean;
}

const forever = 4294967295;

export function showLinks(links: readonly Link[], options: ShowOptions): string {
  // `ip -4 addr` leaves out links that have no address of that family.
  const shown = links.filter(
    (link) => !options.addresses || options.family === "any" || addressLines(link, options).length > 0,
  );
  if (options.json) return `${JSON.stringify(shown.map((link) => linkAsJson(link, options)))}\n`;
  return shown.map((link) => linkAsText(link, options)).join("");
}

export function linkFlags(link: Link): readonly string[] {
  if (link.kind === "loopback") return ["LOOPBACK", ...(link.up ? ["UP", "LOWER_UP"] : [])];
  if (!link.up) return ["BROADCAST", "MULTICAST"];
  return link.carrier ? ["BROADCAST", "MULTICAST", "UP", "LOWER_UP"] : ["NO-CARRIER", "BROADCAST", "MULTICAST", "UP"];
}

export function operationalState(link: Link): "UP" | "DOWN" | "UNKNOWN" {
  if (!link.up) return "DOWN";
  if (link.kind === "loopback") return "UNKNOWN";
  return link.carrier ? "UP" : "DOWN";
}

/** The address that a link makes from its MAC (RFC 4291, appendix A), or `::1`. */
export function linkLocalAddress(link: Link): { readonly local: string; readonly prefixLength: number } | null {
  if (link.kind === "loopback")
    return link.addresses.length > 0 && link.up ? { local: "::1", prefixLength: 128 } : null;
  if (!link.linkLocal) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = link.mac.split(":").map((part) => Number.parseInt(part, 16));
  const groups = [((a ^ 2) << 8) | b, (c << 8) | 0xff, 0xfe00 | d, (e << 8) | f];
  return { local: `fe80::${groups.map((group) => group.toString(16)).join(":")}`, prefixLength: 64 };
}

function queueOf(link: Link): string {
  if (link.kind === "loopback") return link.everUp ? "noqueue" : "noop";
  return link.everUp ? "pfifo_fast" : "noop";
}

function broadcastMac(link: Link): string {
  return link.kind === "loopback" ? "00:00:00:00:00:00" : "ff:ff:ff:ff:ff:ff";
}

function linkAsText(link: Link, options: ShowOptions): string {
  const flags = `<${linkFlags(link).join(",")}>`;
  const state = operationalState(link);
  if (options.brief) {
    const tail = options.addresses ? addressesInBrief(link, options) : `${link.mac} ${flags} `;
    return `${link.name.padEnd(16)} ${state.padEnd(14)} ${tail}\n`;
  }
  if (options.oneLine && options.addresses) {
    return addressLines(link, options)
      .map(([first, second]) => `${link.index}: ${link.name}    ${first}\\       ${second}\n`)
      .join("");
  }
  const mode = options.addresses ? "" : " mode DEFAULT";
  const head = `${link.index}: ${link.name}: ${flags} mtu ${link.mtu} qdisc ${queueOf(link)} state ${state}${mode} group default qlen 1000`;
  const hardware = `link/${link.kind} ${link.mac} brd ${broadcastMac(link)}`;
  if (options.oneLine) return `${head}\\    ${hardware}\n`;
  const lines = options.addresses ? addressLines(link, options) : [];
  const text = lines.map(([first, second]) => `    ${first}\n       ${second}\n`).join("");
  return `${head}\n${options.addresses && options.family !== "any" ? "" : `    ${hardware}\n`}${text}`;
}

function addressesInBrief(link: Link, options: ShowOptions): string {
  const own = linkLocalAddress(link);
  const four = link.addresses.map((one) => `${formatQuad(one.local)}/${one.prefixLength} `);
  const six = own === null ? [] : [`${own.local}/${own.prefixLength} `];
  return [...(options.family === "inet6" ? [] : four), ...(options.family === "inet" ? [] : six)].join("");
}

function addressLines(link: Link, options: ShowOptions): readonly (readonly [string, string])[] {
  const valid = "valid_lft forever preferred_lft forever";
  const own = linkLocalAddress(link);
  const four = link.addresses.map((one) => [inetLine(one), valid] as const);
  const scope = link.kind === "loopback" ? "host" : "link";
  const six = own === null ? [] : [[`inet6 ${own.local}/${own.prefixLength} scope ${scope} `, valid] as const];
  return [...(options.family === "inet6" ? [] : four), ...(options.family === "inet" ? [] : six)];
}

function inetLine(one: Address): string {
  const broadcast = one.broadcast === null ? "" : ` brd ${formatQuad(one.broadcast)}`;
  const secondary = one.secondary ? "secondary " : "";
  return `inet ${formatQuad(one.local)}/${one.prefixLength}${broadcast} scope ${one.scope} ${secondary}${one.label}`;
}

function linkAsJson(link: Link, options: ShowOptions): Record<string, unknown> {
  return {
    ifindex: link.index,
    ifname: link.name,
    flags: linkFlags(link),
    mtu: link.mtu,
    qdisc: queueOf(link),
    operstate: operationalState(link),
    ...(options.addresses ? {} : { linkmode: "DEFAULT" }),
    group: "default",
    txqlen: 1000,
    ...(options.addresses && options.family !== "any"
      ? {}
      : { link_type: link.kind, address: link.mac, broadcast: broadcastMac(link) }),
    ...(options.addresses ? { addr_info: addressesAsJson(link, options) } : {}),
  };
}

function addressesAsJson(link: Link, options: ShowOptions): readonly Record<string, unknown>[] {
  const life = { valid_life_time: forever, preferred_life_time: forever };
  const four = link.addresses.map((one) => ({
    family: "inet",
    local: formatQuad(one.local),
    prefixlen: one.prefixLength,
    ...(one.broadcast === null ? {} : { broadcast: formatQuad(one.broadcast) }),
    scope: one.scope,
    ...(one.secondary ? { secondary: true } : {}),
    label: one.label,
    ...life,
  }));
  const own = linkLocalAddress(link);
  const scope = link.kind === "loopback" ? "host" : "link";
  const six = own === null ? [] : [{ family: "inet6", local: own.local, prefixlen: own.prefixLength, scope, ...life }];
  return [...(options.family === "inet6" ? [] : four), ...(options.family === "inet" ? [] : six)];
}
