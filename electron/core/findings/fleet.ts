// Many terminals -> who shares what with whom. Made once for a fleet; each terminal is then looked up in it.
import type { Ipv4Address } from "../settings/ipv4.ts";
import { isUnicastMac, parseMac, printMac } from "../settings/mac.ts";
import type { NetworkSettings } from "../settings/network-settings.ts";
import type { FleetIndex, FleetPlace, FleetShare } from "./fleet-place.ts";
import type { TerminalFacts } from "./terminal-facts.ts";

type Places = Map<string, number[]>;

export function indexFleet(fleet: readonly TerminalFacts[], tellNumber: (place: number) => number): FleetIndex {
  const numbers = fleet.map((_, place) => `#${tellNumber(place)}`);
  const index = {
    labels: fleet.map(
      ({ settings: { terminal } }, place) => terminal?.serialNumber ?? terminal?.hostName ?? numbers[place] ?? "",
    ),
    numbers,
    addresses: new Map() as Places,
    macs: new Map() as Places,
    hostNames: new Map() as Places,
    serialNumbers: new Map() as Places,
  };
  for (const [place, { settings, interfaces }] of fleet.entries()) {
    note(index.hostNames, keyOfHostName(settings), place);
    note(index.serialNumbers, keyOfSerialNumber(settings), place);
    for (const one of interfaces) {
      note(index.macs, keyOfMac(one.settings.mac), place);
      // A lease elsewhere counts as well: it is in use there. A carrier gives the same address to many.
      if (one.hostAddress !== null && !one.isPointToPoint) {
        note(index.addresses, keyOfAddress(settings, one.hostAddress), place);
      }
    }
  }
  return index;
}

/** More than anybody reads. */
const mostOthers = 8;

/** The places of the first few others that share this key. */
export function findOthers({ index, self }: FleetPlace, share: FleetShare, key: string | null): readonly number[] {
  const places = key === null ? undefined : index[share].get(key);
  if (places === undefined || (places.length === 1 && places[0] === self)) {
    return [];
  }
  return places
    .slice(0, mostOthers + 1)
    .filter((place) => place !== self)
    .slice(0, mostOthers);
}

export function keyOfAddress(settings: NetworkSettings, address: Ipv4Address): string {
  return `${settings.site ?? ""} ${address}`;
}

/** Names that systems give by themselves say nothing. */
export function keyOfHostName(settings: NetworkSettings): string | null {
  const name = settings.terminal?.hostName?.toLowerCase() ?? "";
  return name === "" || name === "localhost" || name === "(none)" ? null : `${settings.site ?? ""} ${name}`;
}

/** Boards without one report zeros or a manufacturer's filler. */
export function keyOfSerialNumber(settings: NetworkSettings): string | null {
  const number = settings.terminal?.serialNumber ?? "";
  return /^(?:0*|unknown|none|n\/a|default string|to be filled.*|not specified)$/i.test(number) ? null : number;
}

export function keyOfMac(text: string | null): string | null {
  const mac = text === null ? null : parseMac(text);
  return mac?.ok && isUnicastMac(mac.value) ? printMac(mac.value) : null;
}

function note(places: Places, key: string | null, place: number): void {
  const known = key === null ? undefined : places.get(key);
  if (known === undefined) {
    if (key !== null) places.set(key, [place]);
  } else if (known.at(-1) !== place) {
    known.push(place);
  }
}

/** What to call the first few of them. */
export function nameOthers({ index }: FleetPlace, places: readonly number[]): string[] {
  return places.map((place) => index.labels[place] ?? "");
}
