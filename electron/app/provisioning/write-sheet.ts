// Rows of texts -> a file for a spreadsheet. A cell that begins like a formula is written so that no program runs it.
import { neutraliseCell, printSheet } from "../../core/provisioning/print-cell.ts";

export type SheetFormat = "csv" | "xlsx";

/** Text stays text in a workbook, until somebody edits the cell or saves it as CSV: it is kept from being a formula there, too. */
export async function writeSheet(rows: readonly (readonly string[])[], format: SheetFormat): Promise<Uint8Array> {
  if (format === "csv") return new TextEncoder().encode(printSheet(rows));
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({ sheets: [{ name: "Counterpart", rows: rows.map((row) => row.map(neutraliseCell)) }] });
}
