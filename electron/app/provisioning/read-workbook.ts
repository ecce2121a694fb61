// An XLSX workbook -> one of its sheets, with how each cell came by its text:
//
//   octets --unpack, bounded--> parts --pack, uncompressed--> hucre --> rows + what the spreadsheet did to the cells
//
// The library never inflates anything: what an archive swells to is counted here while it swells.
import { Unzip, UnzipInflate, zipSync } from "fflate";
import type { Cell, CellValue, Sheet as WorkbookSheet } from "hucre";
import type { Localized } from "../../core/failures/localized.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { findHead } from "../../core/provisioning/mapping.ts";
import { findColumn } from "../../core/provisioning/columns.ts";
import { type CellKind, mostColumns, mostRows, type Sheet, type SheetCell } from "../../core/provisioning/sheet.ts";

/** Octets of all parts, unpacked: twice what a plan of the largest size needs. */
const largestUnpacked = 64 * 1024 * 1024;
const mostParts = 500;
const portion = 64 * 1024;

/** One more than allowed each way, so that a larger sheet is seen to be larger. */
const window = `A1:${nameColumn(mostColumns)}${mostRows + 1}`;

type Read<Value> = Result<Value, Localized>;

export async function readWorkbook(octets: Uint8Array): Promise<Read<Sheet>> {
  const parts = unpack(octets);
  if (!parts.ok) return parts;
  const { readXlsx } = await import("hucre/xlsx");
  try {
    const workbook = await readXlsx(zipSync(parts.value, { level: 0 }), {
      sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
      maxRows: mostRows + 1,
      range: window,
    });
    const sheets = workbook.sheets.map(describeSheet).filter(({ rows }) => rows.length > 0);
    return succeed(sheets.find(isPlan) ?? sheets[0] ?? { name: "", rows: [] });
  } catch (error) {
    const why = error instanceof Error ? error.message : "?";
    return fail({ en: `the workbook cannot be read: ${why}`, "zh-CN": `无法读取这个工作簿：${why}` });
  }
}

function unpack(octets: Uint8Array): Read<Record<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array[]>();
  let total = 0;
  const unzip = new Unzip((part) => {
    const pieces: Uint8Array[] = [];
    parts.set(part.name, pieces);
    if (parts.size > mostParts) throw new TooLarge();
    part.ondata = (error, piece) => {
      if (error !== null) throw error;
      total += piece.length;
      if (total > largestUnpacked) throw new TooLarge();
      pieces.push(piece);
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < octets.length; at += portion)
      unzip.push(octets.subarray(at, at + portion), at + portion >= octets.length);
  } catch (error) {
    const megabytes = largestUnpacked / 1024 / 1024;
    return error instanceof TooLarge
      ? fail({
          en: `the workbook unpacks to more than ${megabytes} MB`,
          "zh-CN": `工作簿解压后超过 ${megabytes} MB`,
        })
      : fail({ en: "the workbook is damaged", "zh-CN": "工作簿已损坏" });
  }
  return succeed(Object.fromEntries([...parts].map(([name, pieces]) => [name, Buffer.concat(pieces)])));
}

class TooLarge extends Error {}

function isPlan(sheet: Sheet): boolean {
  const head = findHead(sheet);
  return (head?.cells.filter(({ text }) => findColumn(text) !== undefined).length ?? 0) >= 2;
}

function describeSheet({ name, rows, cells, merges }: WorkbookSheet): Sheet {
  const texts = rows.map((row, at) => row.map((value, column) => describeCell(value, cells?.get(`${at},${column}`))));
  for (const { startRow, startCol, endRow, endCol } of merges ?? []) {
    const origin = texts[startRow]?.[startCol];
    if (origin === undefined || origin.text === "") continue;
    for (let at = startRow; at <= Math.min(endRow, mostRows); at++) {
      const row = texts[at];
      if (row === undefined) break;
      // Sideways only the first column is meant: a banner above the table is no cell of every column.
      if (at > startRow && startCol === endCol) row[startCol] = { text: origin.text, kind: "merged" };
    }
  }
  const described = texts.map((row, at) => ({ cells: row, line: at + 1 }));
  return { name, rows: described.filter((row) => row.cells.some(({ text }) => text !== "")) };
}

function describeCell(value: CellValue | undefined, detail: Cell | undefined): SheetCell {
  if (detail?.formula !== undefined)
    return { text: printValue(detail.formulaResult ?? value ?? null), kind: "formula" };
  const text = printValue(value ?? null);
  return { text, kind: kindOf(value ?? null, text) };
}

function kindOf(value: CellValue, text: string): CellKind {
  if (value instanceof Date) return "date";
  if (typeof value === "number") return "number";
  return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(text) ? "error" : "text";
}

function printValue(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "?" : value.toISOString().slice(0, 10);
  return String(value).trim();
}

/** 1 is A, 27 is AA. */
function nameColumn(count: number): string {
  const before = Math.floor((count - 1) / 26);
  return `${before > 0 ? nameColumn(before) : ""}${String.fromCharCode(65 + ((count - 1) % 26))}`;
}
