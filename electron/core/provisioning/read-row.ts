// One row of a sheet -> one terminal's settings, before the schema sees them. Cells are read forgivingly, with a note of what
// was read differently; a cell that cannot be what its column holds at all is a fault, and counts as empty.
import type { Localized } from "../failures/localized.ts";
import { printIpv4 } from "../settings/ipv4.ts";
import {
  type InputNote,
  noteInput,
  readTypedAddress,
  readTypedAddresses,
  readTypedMask,
  type Typed,
} from "../settings/typed-value.ts";
import type { Column } from "./columns.ts";

/** A note of what was read differently, and where: both count from 1. */
export interface CellNote extends InputNote {
  readonly line: number;
  readonly column: number;
}

export interface CellFault {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly reason: Localized;
}

export interface RowTexts {
  readonly cells: readonly string[];
  /** Counts from 1. */
  readonly line: number;
}

export interface ReadRow {
  readonly settings: unknown;
  readonly notes: readonly CellNote[];
  readonly faults: readonly CellFault[];
}

const methods: ReadonlyMap<string, string> = new Map([
  ["static", "static"],
  ["manual", "static"],
  ["手动", "static"],
  ["静态", "static"],
  ["固定", "static"],
  ["dhcp", "dhcp"],
  ["auto", "dhcp"],
  ["自动", "dhcp"],
  ["自动获取", "dhcp"],
]);

const kinds: ReadonlyMap<string, string> = new Map([
  ["ethernet", "ethernet"],
  ["lan", "ethernet"],
  ["以太网", "ethernet"],
  ["有线", "ethernet"],
  ["wifi", "wifi"],
  ["wi-fi", "wifi"],
  ["wlan", "wifi"],
  ["无线", "wifi"],
  ["cellular", "cellular"],
  ["4g", "cellular"],
  ["蜂窝", "cellular"],
  ["移动网络", "cellular"],
]);

export function readRow(row: RowTexts, columns: readonly (Column | null)[]): ReadRow {
  const notes: CellNote[] = [];
  const faults: CellFault[] = [];
  const cell = (column: Column): string | null => row.cells[columns.indexOf(column)]?.trim() || null;
  const keep = <Value>(column: number, typed: Typed<Value>): Value => {
    notes.push(...typed.notes.map((note) => ({ ...note, line: row.line, column: column + 1 })));
    return typed.value;
  };
  const read = (column: Column, values: CellValues): string | null => {
    const text = cell(column);
    const value = text === null ? null : values.find(text);
    if (value !== undefined) return value;
    faults.push({ line: row.line, column: columns.indexOf(column) + 1, text: text ?? "", reason: values.reason });
    return null;
  };
  const method = read("method", methodValues);
  const own = readAddress(row, columns, keep);
  const ipv4 = {
    method: method ?? (own.address === null ? null : "static"),
    ...own,
    ...(isDhcp(cell("address")) && (method ?? "dhcp") === "dhcp" && keepDhcp(row, columns, keep)),
    gateway: readGateway(row, columns, keep),
    dns: readServers(row, columns, keep),
  };
  const [mtu, port] = [readNumber(read("mtu", numbers)), readNumber(read("port", numbers))];
  const host = cell("host");
  const wifi = { ssid: cell("ssid"), passphrase: cell("passphrase") };
  const apn = cell("apn");
  const isWifi = wifi.ssid !== null || wifi.passphrase !== null;
  const kind = read("kind", kindValues) ?? (isWifi ? "wifi" : apn === null ? "ethernet" : "cellular");
  const settings = {
    terminal: { serialNumber: cell("serialNumber"), hostName: cell("hostName"), model: cell("model") },
    ...(cell("site") !== null && { site: cell("site") }),
    interfaces: [
      {
        name: cell("interface") ?? "eth0",
        kind,
        mac: cell("mac"),
        mtu,
        ipv4,
        ...(isWifi && { wifi }),
        ...(apn !== null && { cellular: { apn } }),
      },
    ],
    hosts: host === null ? [] : [{ host, port }],
    tpdu: cell("tpdu"),
  };
  return { settings, notes, faults };
}

interface CellValues {
  /** Undefined: the text cannot be meant. */
  readonly find: (text: string) => string | undefined;
  readonly reason: Localized;
}

const methodValues: CellValues = {
  find: (text) => methods.get(text.toLowerCase()),
  reason: { en: "must be static or dhcp", "zh-CN": "只能是 static 或 dhcp" },
};

const kindValues: CellValues = {
  find: (text) => kinds.get(text.toLowerCase()),
  reason: { en: "must be ethernet, wifi or cellular", "zh-CN": "只能是 ethernet、wifi 或 cellular" },
};

const numbers: CellValues = {
  find: (text) => /^\d{1,9}$/.exec(text.normalize("NFKC"))?.[0],
  reason: { en: "must be a whole number", "zh-CN": "应为整数" },
};

function readNumber(text: string | null): number | null {
  return text === null ? null : Number(text);
}

function isDhcp(text: string | null): boolean {
  return methods.get(text?.toLowerCase() ?? "") === "dhcp";
}

/** People write 自动 or DHCP where the address would stand. */
function keepDhcp(row: RowTexts, columns: Columns, keep: Keep) {
  const at = columns.indexOf("address");
  const notes = [noteInput("method-in-address", row.cells[at]?.trim() ?? "", "DHCP")];
  return keep(at, { value: { method: "dhcp", address: null, prefixLength: null }, notes });
}

type Keep = <Value>(column: number, typed: Typed<Value>) => Value;
type Columns = readonly (Column | null)[];

function readAddress(
  row: RowTexts,
  columns: Columns,
  keep: Keep,
): { address: string | null; prefixLength: number | null } {
  const [at, maskAt] = [columns.indexOf("address"), columns.indexOf("mask")];
  const text = row.cells[at]?.trim() ?? "";
  const maskText = row.cells[maskAt]?.trim() ?? "";
  if (text === "") return { address: null, prefixLength: null };
  const typed = readTypedAddress(text);
  const mask = maskText === "" ? null : readTypedMask(maskText);
  const value = typed.ok ? keep(at, typed.value) : null;
  const bare = value === null ? text : printIpv4(value.address);
  if (mask === null) return { address: bare, prefixLength: value?.prefixLength ?? null };
  // A mask that cannot be read stays beside the address, so that the rules can quote it.
  return mask.ok
    ? { address: bare, prefixLength: keep(maskAt, { ...mask.value, notes: mask.value.notes.filter(isTelling) }) }
    : { address: `${bare}/${maskText}`, prefixLength: null };
}

/** A sheet's column holds either form; which one it is needs no telling. */
function isTelling({ kind }: InputNote): boolean {
  return kind !== "mask-from-prefix" && kind !== "prefix-from-mask";
}

function readGateway(row: RowTexts, columns: Columns, keep: Keep): string | null {
  const at = columns.indexOf("gateway");
  const text = row.cells[at]?.trim() ?? "";
  const typed = text === "" ? null : readTypedAddress(text);
  return typed === null ? null : typed.ok ? printIpv4(keep(at, typed.value).address) : text;
}

function readServers(row: RowTexts, columns: Columns, keep: Keep): readonly string[] {
  return columns.flatMap((column, at) => {
    const text = column === "dns" ? (row.cells[at]?.trim() ?? "") : "";
    const typed = readTypedAddresses(text);
    return typed.ok ? keep(at, typed.value).map(printIpv4) : text.split(/[\s,;，；、]+/u);
  });
}
