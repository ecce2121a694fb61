// The headings of a sheet -> which column each one is. A person's own choice is remembered by the set of headings, whatever
// their order, so that next month's sheet of the same customer needs no second choice.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { type Column, findColumn, simplify } from "./columns.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/** By heading; null leaves a column out. */
export type Mapping = Readonly<Record<string, Column | null>>;

export interface MappedHeading {
  readonly heading: string;
  readonly column: Column | null;
  /** `given` now, `remembered` from an earlier sheet, `known` by its words, or `unknown`: then it is left out. */
  readonly from: "given" | "remembered" | "known" | "unknown";
}

/** A title or a merged banner may stand above the headings. */
const mostLinesAbove = 10;

/** The first row with at least two headings that are known; else the first row that is not empty. Null: an empty sheet. */
export function findHead({ rows }: Sheet, chosen: Mapping = {}): SheetRow | null {
  const isKnown = (text: string): boolean => findColumn(text) !== undefined || Object.hasOwn(chosen, text.trim());
  const known = (row: SheetRow): number => row.cells.filter(({ text }) => text.trim() !== "" && isKnown(text)).length;
  return rows.slice(0, mostLinesAbove).find((row) => known(row) >= 2) ?? rows[0] ?? null;
}

/** What a mapping is remembered by. */
export function keyOfHeadings(head: SheetRow): string {
  const headings = head.cells.map(({ text }) => simplify(text)).filter((heading) => heading !== "");
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(headings.toSorted()))));
}

/** In the order of the sheet. */
export function mapHeadings(
  head: SheetRow,
  { given, remembered }: { readonly given: Mapping; readonly remembered: Mapping },
): readonly MappedHeading[] {
  return head.cells.map(({ text }) => {
    const heading = text.trim();
    if (Object.hasOwn(given, heading)) return { heading, column: given[heading] ?? null, from: "given" };
    if (Object.hasOwn(remembered, heading)) return { heading, column: remembered[heading] ?? null, from: "remembered" };
    const column = heading === "" ? undefined : findColumn(heading);
    return column === undefined ? { heading, column: null, from: "unknown" } : { heading, column, from: "known" };
  });
}
