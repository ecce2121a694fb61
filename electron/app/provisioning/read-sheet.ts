// A file's octets -> a sheet: a workbook (XLSX) or a text file (CSV; UTF-8 with or without a mark, UTF-16, GB18030). What is
// larger than any plan is refused before it fills the memory. The reader of workbooks is loaded when the first one comes.
import { parse, CsvError } from "csv-parse/sync";
import type { Localized } from "../../core/failures/localized.ts";
import type { Failure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import { mostColumns, mostRows, type Sheet } from "../../core/provisioning/sheet.ts";
import { decodeText } from "../files/decode-text.ts";
import { findDelimiter } from "../files/find-delimiter.ts";
import { refuseInput } from "../files/invalid-input.ts";

/** Octets of a file as it is sent. */
export const largestSheet = 16 * 1024 * 1024;

/** Failures: `input-invalid`. */
export async function readSheet(octets: Uint8Array, file: string): Promise<Result<Sheet>> {
  if (octets.length > largestSheet) {
    const megabytes = largestSheet / 1024 / 1024;
    return refuse(file, { en: `the file is larger than ${megabytes} MB`, "zh-CN": `文件超过 ${megabytes} MB` });
  }
  if (octets[0] === 0x50 && octets[1] === 0x4b) {
    const { readWorkbook } = await import("./read-workbook.ts");
    const read = await readWorkbook(octets);
    return read.ok ? judgeSize(read.value, file) : refuse(file, read.failure);
  }
  const decoded = decodeText(octets, { file, mayBeGb18030: true });
  return decoded.ok ? readText(decoded.value.text, file) : decoded;
}

function readText(text: string, file: string): Result<Sheet> {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: mostRows + 1,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    const rows = records.map(({ record, info }) => ({
      cells: record.map((cell) => ({ text: cell.trim(), kind: "text" as const })),
      // A cell may hold line breaks; the parser tells where the record ends.
      line: info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0),
    }));
    return judgeSize({ name: "", rows }, file);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const place = { line: Number(error["lines"] ?? 1), column: Number(error["index"] ?? 0) + 1 };
    const reason = { en: `not a valid sheet: ${error.message}`, "zh-CN": `不是有效的表格：${error.message}` };
    return fail(refuseInput(file, reason, { place }));
  }
}

function judgeSize(sheet: Sheet, file: string): Result<Sheet> {
  if (sheet.rows.length > mostRows)
    return refuse(file, { en: `the sheet has more than ${mostRows} rows`, "zh-CN": `表格超过 ${mostRows} 行` });
  if (sheet.rows.some(({ cells }) => cells.length > mostColumns))
    return refuse(file, {
      en: `the sheet has more than ${mostColumns} columns`,
      "zh-CN": `表格超过 ${mostColumns} 列`,
    });
  return sheet.rows.length === 0 ? refuse(file, { en: "the sheet is empty", "zh-CN": "表格是空的" }) : succeed(sheet);
}

function refuse(file: string, reason: Localized): { readonly ok: false; readonly failure: Failure } {
  return fail(refuseInput(file, reason));
}
