// The register's terminals as a sheet or as JSON, a row for each.
import type { RegisteredTerminal } from "../../contract/register.ts";
import { neutraliseCell, printSheet } from "../../core/provisioning/print-cell.ts";

const head =
  "serial number,family,model,host name,mac,addresses,site,first seen,last seen,replaced by,noted by,bench".split(",");

export function printTerminalsCsv(terminals: readonly RegisteredTerminal[]): string {
  return printSheet([head, ...terminals.map(listCells)]);
}

/** Base64. Text stays text in a workbook until somebody edits the cell: it is kept from being a formula here, too. */
export async function printTerminalsXlsx(terminals: readonly RegisteredTerminal[]): Promise<string> {
  const { writeXlsx } = await import("hucre/xlsx");
  const rows = [head, ...terminals.map(listCells)].map((cells) => cells.map(neutraliseCell));
  return Buffer.from(await writeXlsx({ sheets: [{ name: "Counterpart", rows }] })).toString("base64");
}

export function printTerminalsJson(terminals: readonly RegisteredTerminal[]): string {
  return `${JSON.stringify(terminals, null, 2)}\n`;
}

function listCells(terminal: RegisteredTerminal): readonly string[] {
  const { serialNumber, family, model, hostName, macs, addresses, site, firstSeen, lastSeen, replacedBy } = terminal;
  const { operator, bench } = terminal.lastBy ?? { operator: "", bench: { name: "" } };
  return [
    ...[serialNumber, family, model ?? "", hostName ?? "", macs.join(" "), addresses.join(" "), site],
    ...[firstSeen, lastSeen, replacedBy ?? "", operator, bench.name],
  ];
}
