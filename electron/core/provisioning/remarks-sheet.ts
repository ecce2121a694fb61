// The sheet as it came, with what was said about each row in a last column: what a distributor sends back to whoever made it.
import type { Language } from "../failures/localized.ts";
import { columnTitles } from "./column-titles.ts";
import type { MappedHeading } from "./mapping.ts";
import type { Remark } from "./remark.ts";
import type { Sheet } from "./sheet.ts";

const marks: Readonly<Record<Language, Readonly<Record<Remark["severity"], string>>>> = {
  en: { error: "Error", warning: "Look at this", info: "Note" },
  "zh-CN": { error: "错误", warning: "请核对", info: "说明" },
};

export interface Remarked {
  readonly sheet: Sheet;
  readonly headings: readonly MappedHeading[];
  readonly headLine: number;
  readonly remarks: readonly Remark[];
}

/** Cells as texts; earlier remarks are replaced. Neutralising formulas is left to whoever writes the file. */
export function addRemarks({ sheet, headings, headLine, remarks }: Remarked, language: Language): readonly string[][] {
  const byLine = Map.groupBy(remarks, ({ line }) => line);
  const old = headings.findIndex(({ column }) => column === "remarks");
  const width = Math.max(headings.length, ...sheet.rows.map(({ cells }) => cells.length));
  return sheet.rows.map(({ cells, line }) => {
    const texts = Array.from({ length: width }, (_, at) => cells[at]?.text ?? "");
    const said = (byLine.get(line) ?? []).map((one) => printRemark(one, language)).join("\n");
    const last = line === headLine ? columnTitles.remarks[language] : said;
    return old < 0 ? [...texts, last] : texts.with(old, last);
  });
}

function printRemark({ severity, heading, message }: Remark, language: Language): string {
  const colon = language === "en" ? ": " : "：";
  const mark = heading === null ? marks[language][severity] : `${marks[language][severity]} [${heading}]`;
  return `${mark}${colon}${message[language]}`;
}
