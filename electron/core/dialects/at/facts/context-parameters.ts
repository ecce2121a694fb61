// `+CGCONTRDP`: what the network gave a context. The standard has one order (3GPP TS 27.007 10.1.23); modems have more:
//
//   <cid>,<bearer>,<apn>, then by what stands there:
//     address.mask | address/length , gateway, dns, dns      the standard since Release 9; without the mask, too
//     address, mask, gateway, dns, dns                       Release 8's order, and SIMCom's SIM7x00 manuals'
//     IPv4, IPv6, IPv6 gateway, ..., dns of both families    both families on one line (Quectel RM5xx and others)
//     "", "", dns, dns                                       only name servers (Nordic nRF91)
//   quoted or not; fields may be missing at the end; both families also come as two lines of one context.
//
// Where each was seen is in tests/corpus/at/README.md.
import { splitFields } from "../lines.ts";
import { type DottedAddress, readDotted, readDottedMask } from "./dotted.ts";

export interface GivenAddresses {
  readonly address: string | null;
  readonly prefixLength: number | null;
  readonly gateway: string | null;
  readonly dns: readonly string[];
}

export interface ContextParameters {
  readonly cid: number;
  readonly apn: string | null;
  readonly ipv4: GivenAddresses | null;
  readonly ipv6: GivenAddresses | null;
  /** Octets. */
  readonly mtu: number | null;
}

type Role = "address" | "mask" | "gateway" | "dns" | "skip";

interface Layout {
  /** Over the kinds of the fields behind the access point: A IPv4, M an IPv4 mask, a IPv6, - none. */
  readonly looksLike: RegExp;
  /** The last one holds for every field behind it. */
  readonly roles: readonly Role[];
}

const layouts: readonly Layout[] = [
  { looksLike: /^AM/, roles: ["address", "mask", "gateway", "dns", "dns", "skip"] },
  { looksLike: /^Aa/, roles: ["address", "address", "gateway", "dns"] },
  { looksLike: /^/, roles: ["address", "gateway", "dns", "dns", "skip"] },
];

const mostServers = 2;
/** Where the standard has the IPv4 MTU. */
const mtuPlace = 11;

export function readContextParameters(lines: readonly string[]): readonly ContextParameters[] {
  const contexts = new Map<number, ContextParameters>();
  for (const line of lines) {
    const one = readLine(line);
    if (one === null) continue;
    const known = contexts.get(one.cid);
    contexts.set(one.cid, known === undefined ? one : join(known, one));
  }
  return [...contexts.values()];
}

function readLine(line: string): ContextParameters | null {
  const [cid = "", , apn = "", ...rest] = splitFields(line);
  if (!/^\d{1,3}$/.test(cid)) return null;
  const read = rest.map((text) => readDotted(text));
  const kinds = rest.map((text, place) => nameKind(text, read[place] ?? null)).join("");
  const layout = layouts.find(({ looksLike }) => looksLike.test(kinds));
  const given: Record<"ipv4" | "ipv6", { -readonly [Key in keyof GivenAddresses]: GivenAddresses[Key] } | null> = {
    ipv4: null,
    ipv6: null,
  };
  for (const [place, text] of rest.entries()) {
    const role = layout?.roles[place] ?? layout?.roles.at(-1) ?? "skip";
    if (role === "mask") {
      if (given.ipv4) given.ipv4.prefixLength ??= readDottedMask(text);
      continue;
    }
    const found = read[place] ?? null;
    if (found === null || role === "skip") continue;
    const own = (given[found.family] ??= { address: null, prefixLength: null, gateway: null, dns: [] });
    if (role === "dns") own.dns = [...own.dns, found.address].slice(0, mostServers);
    else if (role === "gateway") own.gateway ??= found.address;
    else Object.assign(own, { address: found.address, prefixLength: found.prefixLength });
  }
  const mtu = Number(rest[mtuPlace - 3]);
  return {
    cid: Number(cid),
    apn: apn === "" ? null : apn,
    ...given,
    mtu: Number.isInteger(mtu) && mtu >= 576 && mtu <= 65_535 ? mtu : null,
  };
}

function nameKind(text: string, read: DottedAddress | null): string {
  if (read === null) return "-";
  if (read.family === "ipv6") return "a";
  return read.prefixLength === null &&
    /^(?:255|254|252|248|240|224|192|128)\./.test(text) &&
    readDottedMask(text) !== null
    ? "M"
    : "A";
}

function join(one: ContextParameters, other: ContextParameters): ContextParameters {
  return {
    cid: one.cid,
    apn: one.apn ?? other.apn,
    ipv4: one.ipv4 ?? other.ipv4,
    ipv6: one.ipv6 ?? other.ipv6,
    mtu: one.mtu ?? other.mtu,
  };
}
