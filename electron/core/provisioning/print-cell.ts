// Cells of a sheet that a spreadsheet opens, and whole sheets as CSV.

/** RFC 4180, in UTF-8 with its mark, without which spreadsheets in China take it for GB18030. */
export function printSheet(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(printCell).join(",")}\r\n`).join("")}`;
}

/** A cell of a sheet (RFC 4180). */
export function printCell(text: string): string {
  const safe = neutraliseCell(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What begins like a formula would be run by the spreadsheet of whoever opens the file. */
export function neutraliseCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
