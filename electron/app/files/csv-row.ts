// One row of a sheet -> one terminal's settings, before the schema sees them.
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { printIpv4 } from "../../core/settings/ipv4.ts";
import {
  type InputNote,
  noteInput,
  readTypedAddress,
  readTypedAddresses,
  readTypedMask,
  type Typed,
} from "../../core/settings/typed-value.ts";
import type { Column } from "./csv-columns.ts";
import { refuseInput } from "./invalid-input.ts";
import type { SheetRow } from "./read-csv-terminals.ts";

/** A note of what was read differently, and where: both count from 1. */
export interface CellNote extends InputNote {
  readonly line: number;
  readonly column: number;
}

interface ReadRow {
  readonly settings: unknown;
  readonly notes: readonly CellNote[];
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

/** Failures: `input-invalid` where a cell cannot be what its column holds at all (a port that is no number). */
export function readRow(row: SheetRow, columns: readonly (Column | null)[], file: string): Result<ReadRow> {
  const notes: CellNote[] = [];
  const cell = (column: Column): string | null => row.cells[columns.indexOf(column)]?.trim() || null;
  const keep = <Value>(column: number, typed: Typed<Value>): Value => {
    notes.push(...typed.notes.map((note) => ({ ...note, line: row.line, column: column + 1 })));
    return typed.value;
  };
  const numbers = readNumbers(row, columns, file);
  if (!numbers.ok) return numbers;
  const method = readMethod(row, columns, file);
  if (!method.ok) return method;
  const own = readAddress(row, columns, keep);
  const ipv4 = {
    method: method.value ?? (own.address === null ? null : "static"),
    ...own,
    ...(isDhcp(cell("address")) && (method.value ?? "dhcp") === "dhcp" && keepDhcp(row, columns, keep)),
    gateway: readGateway(row, columns, keep),
    dns: readServers(row, columns, keep),
  };
  const { mtu, port } = numbers.value;
  const host = cell("host");
  const wifi = { ssid: cell("ssid"), passphrase: cell("passphrase") };
  const apn = cell("apn");
  const isWifi = wifi.ssid !== null || wifi.passphrase !== null;
  const kind = cell("kind") ?? (isWifi ? "wifi" : apn === null ? "ethernet" : "cellular");
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
  return succeed({ settings, notes });
}

/** Null where the sheet does not say. */
function readMethod(row: SheetRow, columns: Columns, file: string): Result<string | null> {
  const at = columns.indexOf("method");
  const text = row.cells[at]?.trim() ?? "";
  const method = methods.get(text.toLowerCase());
  if (text === "") return succeed(null);
  if (method !== undefined) return succeed(method);
  const reason = { en: "must be static or dhcp", "zh-CN": "只能是 static 或 dhcp" };
  return fail(refuseInput(file, reason, { place: { line: row.line, column: at + 1 }, path: text }));
}

function isDhcp(text: string | null): boolean {
  return methods.get(text?.toLowerCase() ?? "") === "dhcp";
}

/** People write 自动 or DHCP where the address would stand. */
function keepDhcp(row: SheetRow, columns: Columns, keep: Keep) {
  const at = columns.indexOf("address");
  const notes = [noteInput("method-in-address", row.cells[at]?.trim() ?? "", "DHCP")];
  return keep(at, { value: { method: "dhcp", address: null, prefixLength: null }, notes });
}

type Keep = <Value>(column: number, typed: Typed<Value>) => Value;
type Columns = readonly (Column | null)[];

function readAddress(
  row: SheetRow,
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

function readGateway(row: SheetRow, columns: Columns, keep: Keep): string | null {
  const at = columns.indexOf("gateway");
  const text = row.cells[at]?.trim() ?? "";
  const typed = text === "" ? null : readTypedAddress(text);
  return typed === null ? null : typed.ok ? printIpv4(keep(at, typed.value).address) : text;
}

function readServers(row: SheetRow, columns: Columns, keep: Keep): readonly string[] {
  return columns.flatMap((column, at) => {
    const text = column === "dns" ? (row.cells[at]?.trim() ?? "") : "";
    const typed = readTypedAddresses(text);
    return typed.ok ? keep(at, typed.value).map(printIpv4) : text.split(/[\s,;，；、]+/u);
  });
}

function readNumbers(
  row: SheetRow,
  columns: Columns,
  file: string,
): Result<{ readonly mtu: number | null; readonly port: number | null }> {
  const found = { mtu: null as number | null, port: null as number | null };
  for (const column of ["mtu", "port"] as const) {
    const at = columns.indexOf(column);
    const text = (row.cells[at] ?? "").normalize("NFKC").trim();
    if (text === "") continue;
    if (!/^\d{1,9}$/.test(text)) {
      const place = { line: row.line, column: at + 1 };
      return fail(refuseInput(file, { en: "must be a whole number", "zh-CN": "应为整数" }, { place, path: text }));
    }
    found[column] = Number(text);
  }
  return succeed(found);
}
