// A row and a terminal's reading -> what is to be set on it, as `--set` writes it, and what has to be typed by hand.
import type { InterfaceKind, InterfaceSettings, NetworkSettings } from "../settings/network-settings.ts";
import type { PlanRow } from "./plan-row.ts";

/** Wanted by the row, and not set by Counterpart. */
export interface RowException {
  readonly field: string;
  readonly wanted: string;
  /** As the terminal tells it; null: it does not tell. */
  readonly found: string | null;
}

export interface RowWish {
  /** Null: the terminal has no such interface. */
  readonly interface: string | null;
  readonly set: readonly string[];
  readonly exceptions: readonly RowException[];
}

export function wishFor(row: PlanRow, reading: NetworkSettings): RowWish {
  const [wanted] = row.settings.interfaces;
  const target = wanted === undefined ? null : findInterface(row, wanted, reading);
  return {
    interface: target?.name ?? null,
    set: wanted === undefined || target === null ? [] : listWishes(wanted, target.name),
    exceptions: listExceptions(row, target, reading),
  };
}

const unfit: ReadonlySet<InterfaceKind | null> = new Set(["loopback", "virtual", "bridge"]);

/** By the name that the sheet gives; else the first of its kind, one that somebody keeps the settings of before others. */
function findInterface(
  { interface: name }: PlanRow,
  { kind }: InterfaceSettings,
  { interfaces }: NetworkSettings,
): InterfaceSettings | null {
  if (name !== null) return interfaces.find((one) => one.name === name) ?? null;
  const alike = interfaces.filter((one) => one.kind === kind && !unfit.has(one.kind));
  return alike.find(({ manager }) => manager !== null) ?? alike[0] ?? null;
}

function listWishes({ ipv4, cellular }: InterfaceSettings, name: string): readonly string[] {
  const set: string[] = [];
  const wish = (field: string, value: string): number => set.push(`${name}.${field}=${value}`);
  if (cellular?.apn != null) wish("apn", cellular.apn);
  if (ipv4 === null) return set;
  if (ipv4.method === "dhcp") {
    wish("ipv4.method", "dhcp");
    return set;
  }
  if (ipv4.address !== null) {
    wish("ipv4.method", "static");
    wish("ipv4.address", ipv4.prefixLength === null ? ipv4.address : `${ipv4.address}/${ipv4.prefixLength}`);
  }
  if (ipv4.gateway !== null) wish("ipv4.gateway", ipv4.gateway);
  if (ipv4.dns.length > 0) wish("ipv4.dns", ipv4.dns.join(","));
  return set;
}

/** What the terminal has already is none. */
function listExceptions(
  { settings, merchantNumber, terminalNumber }: PlanRow,
  target: InterfaceSettings | null,
  reading: NetworkSettings,
): readonly RowException[] {
  const all: readonly RowException[] = [
    ...settings.hosts.map(({ host, port }) => {
      const wanted = port === null ? host : `${host}:${port}`;
      const known = reading.hosts.map((one) => (port === null ? one.host : `${one.host}:${one.port ?? ""}`));
      const found = known.find((text) => text.toLowerCase() === wanted.toLowerCase()) ?? known[0] ?? null;
      return { field: "host", wanted, found };
    }),
    one("tpdu", settings.tpdu, reading.tpdu),
    one("hostName", settings.terminal?.hostName ?? null, reading.terminal?.hostName ?? null),
    one("mtu", print(settings.interfaces[0]?.mtu), print(target?.mtu)),
    one("ssid", settings.interfaces[0]?.wifi?.ssid ?? null, target?.wifi?.ssid ?? null),
    one("merchantNumber", merchantNumber, null),
    one("terminalNumber", terminalNumber, null),
  ].filter((each) => each !== null);
  return all.filter(({ wanted, found }) => simplify(wanted) !== simplify(found ?? ""));
}

function one(field: string, wanted: string | null, found: string | null): RowException | null {
  return wanted === null || wanted === "" ? null : { field, wanted, found };
}

function print(value: number | null | undefined): string | null {
  return value == null ? null : String(value);
}

function simplify(text: string): string {
  return text.replaceAll(" ", "").toLowerCase();
}
