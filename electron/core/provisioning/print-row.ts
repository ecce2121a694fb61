// A row of a plan -> the cells that it would stand in, so that one of them can be corrected and the whole be read and checked
// again as the sheet was.
import type { Column } from "./columns.ts";
import type { PlanRow } from "./plan-row.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

/** A pass-phrase is never kept, and remarks are told anew. */
export type RowCells = Readonly<Record<Exclude<Column, "passphrase" | "remarks">, string>>;

export function printCells(row: PlanRow): RowCells {
  const { settings, serialNumber } = row;
  const [wanted] = settings.interfaces;
  const ipv4 = wanted?.ipv4 ?? null;
  const [host] = settings.hosts;
  return {
    serialNumber: serialNumber ?? "",
    site: settings.site ?? "",
    ...printIpv4(ipv4),
    gateway: ipv4?.gateway ?? "",
    dns: ipv4?.dns.join(", ") ?? "",
    host: host?.host ?? "",
    port: print(host?.port),
    tpdu: settings.tpdu ?? "",
    merchantNumber: row.merchantNumber ?? "",
    terminalNumber: row.terminalNumber ?? "",
    profile: row.profile ?? "",
    notes: row.notes ?? "",
    hostName: settings.terminal?.hostName ?? "",
    model: settings.terminal?.model ?? "",
    interface: row.interface ?? "",
    kind: wanted?.kind ?? "",
    mac: wanted?.mac ?? "",
    mtu: print(wanted?.mtu),
    ssid: wanted?.wifi?.ssid ?? "",
    apn: wanted?.cellular?.apn ?? "",
  };
}

type Ipv4 = PlanRow["settings"]["interfaces"][number]["ipv4"];

/** An address with its prefix in one cell; where there is none, the method says what is meant. */
function printIpv4(ipv4: Ipv4): Pick<RowCells, "method" | "address" | "mask"> {
  if (ipv4?.method === "dhcp") return { method: "", address: "DHCP", mask: "" };
  const { address = null, prefixLength = null, method = null } = ipv4 ?? {};
  if (address === null) return { method: method ?? "", address: "", mask: "" };
  return { method: "", address: prefixLength === null ? address : `${address}/${prefixLength}`, mask: "" };
}

function print(value: number | null | undefined): string {
  return value == null ? "" : String(value);
}

/** Rows under headings that every version knows. */
export function printSheet(rows: readonly { readonly line: number; readonly cells: RowCells }[]): Sheet {
  const columns = Object.keys(rows[0]?.cells ?? {}) as (keyof RowCells)[];
  const cell = (text: string): SheetCell => ({ text, kind: "text" });
  const head: SheetRow = { line: 0, cells: columns.map(cell) };
  return {
    name: "",
    rows: [head, ...rows.map(({ line, cells }) => ({ line, cells: columns.map((each) => cell(cells[each])) }))],
  };
}
