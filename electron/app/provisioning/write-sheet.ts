// Rows of texts -> a file for a spreadsheet. A cell that begins like a formula is written so that no program runs it.
import { printCell } from "../files/print-cell.ts";

export type SheetFormat = "csv" | "xlsx";

/** CSV comes with a mark, without which spreadsheets in China take it for GB18030. */
export async function writeSheet(rows: readonly (readonly string[])[], format: SheetFormat): Promise<Uint8Array> {
  if (format === "csv") {
    const lines = rows.map((row) => row.map(printCell).join(","));
    return new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`);
  }
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({ sheets: [{ name: "Counterpart", rows: rows.map((row) => row.map(neutralise)) }] });
}

/** Text stays text in a workbook, until somebody edits the cell or saves it as CSV. */
function neutralise(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
