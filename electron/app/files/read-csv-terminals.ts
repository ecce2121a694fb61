// A spreadsheet with a terminal on each row -> settings. Cells are read forgivingly, with a note of what was read
// differently; what cannot be meant stays as it is written, for the rules to tell. A fault of the sheet refuses all of it.
import { CsvError, parse } from "csv-parse/sync";
import type { Localized } from "../../core/failures/localized.ts";
import { type Failure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { type NetworkSettings, networkSettingsSchema } from "../../core/settings/network-settings.ts";
import { type Column, findColumn } from "../../core/provisioning/columns.ts";
import { type CellNote, readRow, type RowTexts } from "../../core/provisioning/read-row.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { refuseInput } from "./invalid-input.ts";

const mostRows = 100_000;

export interface SheetTerminals {
  readonly terminals: readonly NetworkSettings[];
  /** What was read differently from how it was written, for each terminal. */
  readonly notes: readonly (readonly CellNote[])[];
  /** The line of the file at which each terminal begins. */
  readonly lines: readonly number[];
}

export function readCsvTerminals(text: string, file: string): Result<SheetTerminals> {
  const rows = parseRows(text, file);
  if (!rows.ok) return rows;
  const [head, ...body] = rows.value;
  if (head === undefined) return fail(refuseInput(file, { en: "the sheet is empty", "zh-CN": "表格是空的" }));
  const columns = readHead(head, file);
  if (!columns.ok) return columns;
  const terminals: NetworkSettings[] = [];
  const notes: (readonly CellNote[])[] = [];
  for (const row of body) {
    const read = readRow(row, columns.value);
    const [fault] = read.faults;
    if (fault !== undefined) return fail(refuseInput(file, fault.reason, { place: fault, path: fault.text }));
    const parsed = networkSettingsSchema.safeParse(read.settings);
    if (!parsed.success) {
      const reason = parsed.error.issues[0]?.message ?? "?";
      return fail(refuseInput(file, { en: reason, "zh-CN": reason }, { place: { line: row.line, column: 1 } }));
    }
    terminals.push(parsed.data);
    notes.push(read.notes);
  }
  return succeed({ terminals, notes, lines: body.map(({ line }) => line) });
}

function parseRows(text: string, file: string): Result<readonly RowTexts[]> {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      info: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: mostRows + 1,
      trim: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    return succeed(records.map(({ record, info }) => ({ cells: record, line: info.lines - countBreaks(record) })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fail(explainFault(error, file));
  }
}

/** A cell may hold line breaks; the parser tells where the record ends. */
function countBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

function explainFault(error: CsvError, file: string): Failure {
  const line = Number(error["lines"] ?? 1);
  const isWide = error.code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH";
  // The parser counts from 0, and has read the whole row when it finds that it is too wide.
  const column = Number(error["index"] ?? 0) + (isWide ? 0 : 1);
  const reason: Localized = isWide
    ? { en: "this row has more cells than the first one", "zh-CN": "这一行的单元格比第一行多" }
    : { en: `not a valid sheet: ${error.message}`, "zh-CN": `不是有效的表格：${error.message}` };
  return refuseInput(file, reason, { place: { line, column } });
}

function readHead(head: RowTexts, file: string): Result<readonly (Column | null)[]> {
  const columns: (Column | null)[] = [];
  for (const [place, cell] of head.cells.entries()) {
    const column = cell === "" ? null : findColumn(cell);
    const at = { place: { line: head.line, column: place + 1 }, path: cell };
    if (column === undefined) {
      return fail(refuseInput(file, { en: "unknown column", "zh-CN": "不认识的列" }, at));
    }
    if (column !== null && column !== "dns" && columns.includes(column)) {
      return fail(refuseInput(file, { en: "this column is there twice", "zh-CN": "这一列出现了两次" }, at));
    }
    columns.push(column);
  }
  return succeed(columns);
}
