/** A cell of a sheet (RFC 4180). What begins like a formula would be run by the spreadsheet of whoever opens the file. */
export function printCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
