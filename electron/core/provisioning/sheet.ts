// A sheet as it was read, whichever program wrote it: rows of cells, and how each cell came by its text.

/**
 * `number`: the spreadsheet kept a number, so leading zeros are gone; `date`: it made a date of what was typed; `formula`:
 * the text is what the formula last gave; `merged`: the text stands in another cell of a merged range; `error`: #N/A and such.
 */
export type CellKind = "text" | "number" | "date" | "formula" | "merged" | "error";

export interface SheetCell {
  readonly text: string;
  readonly kind: CellKind;
}

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** As the spreadsheet counts it, from 1. */
  readonly line: number;
}

export interface Sheet {
  /** The workbook's name of it; empty for a text file. */
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** More than any plan; a sheet beyond is refused. */
export const mostRows = 20_000;
export const mostColumns = 128;
/** Characters of one cell. */
export const longestCell = 4096;
