// A row and a terminal's reading -> what is to be set on it, as `--set` writes it, and what has to be typed by hand.
import { parseAcquirerValue } from "../settings/acquirer-assignment.ts";
import { printAcquirerField, printHost } from "../settings/acquirer-value.ts";
import type { AcquirerField } from "../settings/acquirer-field.ts";
import type { InterfaceKind, InterfaceSettings, NetworkSettings } from "../settings/network-settings.ts";
import type { PlanRow } from "./plan-row.ts";

/** Wanted by the row, other than the terminal has it, and not set by Counterpart. */
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
  const acquirer = listAcquirer(row, reading);
  return {
    interface: target?.name ?? null,
    set: [
      ...(wanted === undefined || target === null ? [] : listWishes(wanted, target.name)),
      ...acquirer.flatMap(({ set }) => set ?? []),
    ],
    exceptions: [
      ...acquirer.flatMap(({ set, ...wish }) => (set === null ? [wish] : [])),
      ...listUnwritable(row, target, reading),
    ].filter(({ wanted: text, found }) => simplify(text) !== simplify(found ?? "")),
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

interface AcquirerWish extends RowException {
  /** Null where the terminal does not take it, or it cannot be what its field holds. */
  readonly set: string | null;
}

/** What the terminal is to pay through. */
function listAcquirer(
  { settings, merchantNumber, terminalNumber }: PlanRow,
  reading: NetworkSettings,
): readonly AcquirerWish[] {
  const single = (field: AcquirerField, wanted: string | null): readonly AcquirerWish[] =>
    wanted === null || wanted === ""
      ? []
      : [{ field, wanted, found: printAcquirerField(reading, field), set: assign(field, wanted, reading) }];
  return [
    ...settings.hosts.map((host, index) => wishHost(host, index + 1, reading)),
    ...single("tpdu", settings.tpdu),
    ...single("merchantNumber", merchantNumber),
    ...single("terminalNumber", terminalNumber),
  ];
}

/** A sheet without ports leaves the port as the terminal has it. */
function wishHost(
  { host, port }: PlanRow["settings"]["hosts"][number],
  place: number,
  { hosts, settable }: NetworkSettings,
): AcquirerWish {
  const wanted = port === null ? host : `${host}:${port}`;
  const known = hosts.map((one) => (port === null ? one.host : `${one.host}:${one.port ?? ""}`));
  const found = known.find((text) => text.toLowerCase() === wanted.toLowerCase()) ?? known[0] ?? null;
  const kept = port ?? hosts.find((one) => one.place === place)?.port ?? null;
  const set = kept === null ? null : assign(`host.${place}`, printHost({ host, port: kept }), { settable });
  return { field: "host", wanted, found, set };
}

function assign(field: AcquirerField, value: string, { settable }: Pick<NetworkSettings, "settable">): string | null {
  return settable?.includes(field) === true && parseAcquirerValue(field, value).ok ? `${field}=${value}` : null;
}

/** What no terminal takes. */
function listUnwritable(
  { settings }: PlanRow,
  target: InterfaceSettings | null,
  reading: NetworkSettings,
): readonly RowException[] {
  return [
    one("hostName", settings.terminal?.hostName ?? null, reading.terminal?.hostName ?? null),
    one("mtu", print(settings.interfaces[0]?.mtu), print(target?.mtu)),
    one("ssid", settings.interfaces[0]?.wifi?.ssid ?? null, target?.wifi?.ssid ?? null),
  ].filter((each) => each !== null);
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
