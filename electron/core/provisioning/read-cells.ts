// The cells of one row -> their texts, with a remark where a spreadsheet has changed what was typed.
import type { Column } from "./columns.ts";
import { type Remark, type RemarkPlace, remark } from "./remark.ts";
import { longestCell, type SheetCell, type SheetRow } from "./sheet.ts";

/** What is written with digits but is no number: every zero counts. */
const digitTexts: readonly Column[] = ["serialNumber", "merchantNumber", "terminalNumber", "tpdu"];

/** What no two terminals have in common. */
const ownTexts: readonly Column[] = ["serialNumber", "hostName", "mac", "address", "terminalNumber"];

/** Where a person writes; elsewhere control characters would reach a terminal. */
const freeTexts: readonly Column[] = ["notes", "remarks"];

export interface Head {
  readonly columns: readonly (Column | null)[];
  readonly headings: readonly string[];
}

export function readCells(row: SheetRow, head: Head, remarks: Remark[]): readonly string[] {
  return head.columns.map((column, at) => {
    const cell = row.cells[at];
    if (column === null || column === "remarks" || cell === undefined) return "";
    return readCell(cell, column, { say: remarks, place: placeOf(head, row.line, at) });
  });
}

export function placeOf({ headings }: Head, line: number, at: number): RemarkPlace {
  return { line, column: at + 1, heading: headings[at] || null };
}

interface At {
  readonly say: Remark[];
  readonly place: RemarkPlace;
}

/** Empty where the cell cannot be used, which was said. */
function readCell({ text: raw, kind }: SheetCell, column: Column, { say, place }: At): string {
  const text = unwrap(raw.trim());
  if (text.length > longestCell) {
    say.push(remark("cell-too-long", place, { most: longestCell }));
    return "";
  }
  const control = freeTexts.includes(column) ? null : /[\p{Cc}\u2028\u2029]/u.exec(text);
  if (control !== null) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    say.push(remark("cell-control", place, { character: `U+${code}` }));
    return "";
  }
  switch (kind) {
    case "text":
      // A text file keeps what the spreadsheet showed.
      return isShortened(text) && digitTexts.includes(column)
        ? refuse("number-shortened", { text }, { say, place })
        : text;
    case "number":
      return readNumber(text, column, { say, place });
    case "date":
      return freeTexts.includes(column) ? text : refuse("cell-date", {}, { say, place });
    case "formula":
      if (text === "") return refuse("formula-empty", {}, { say, place });
      say.push(remark("cell-formula", place, { text }));
      return text;
    case "merged":
      if (text !== "" && ownTexts.includes(column)) return refuse("merged-own", {}, { say, place });
      if (text !== "") say.push(remark("cell-merged", place, { text }));
      return text;
    case "error":
      return refuse("cell-error", { text }, { say, place });
  }
}

/** Beyond 15 digits a spreadsheet keeps zeros in place of what was typed. */
function readNumber(text: string, column: Column, at: At): string {
  if (!digitTexts.includes(column)) return text;
  if (isShortened(text) || text.replace(/\D/g, "").length > 15) return refuse("number-shortened", { text }, at);
  at.say.push(remark("number-not-text", at.place, { text }));
  return text;
}

/** `8.98E+14` */
function isShortened(text: string): boolean {
  return /^\d(?:\.\d+)?[eE]\+\d+$/.test(text);
}

function refuse(
  code: Parameters<typeof remark>[0],
  values: Readonly<Record<string, string>>,
  { say, place }: At,
): string {
  say.push(remark(code, place, values));
  return "";
}

/** `="00123"` is how a text file keeps zeros from a spreadsheet; `'=1` is how Counterpart keeps a cell from being run. */
function unwrap(text: string): string {
  const kept = /^="([^"]*)"$/.exec(text)?.[1];
  return kept ?? (/^'[=+\-@]/.test(text) ? text.slice(1) : text);
}
