// What was set, by whom, what the tests said, and the exceptions: a page that prints well, the same as a sheet, and a certificate
// for each terminal.
import type { TestResult } from "../../core/dialects/terminal-test.ts";
import type { Language } from "../../core/failures/localized.ts";
import { columnTitles } from "../../core/provisioning/column-titles.ts";
import { printRowAddress } from "../../core/provisioning/plan-row.ts";
import { reportTest } from "../../contract/report-test.ts";
import { nameField } from "../../core/settings/change.ts";
import { escapeHtml, printPage } from "./html.ts";
import type { PrintedRow } from "./printed-row.ts";
import { printTime } from "./print-time.ts";
import { printWords } from "./print-words.ts";

/** Columns at the end of the sheet that paper has no room for. */
const shared = 4;

export interface ReportHead {
  readonly plan: string;
  readonly bench: string;
  /** ISO 8601. */
  readonly at: string;
}

const style = `@page { size: A4 landscape; margin: 12mm; }
h1 { font-size: 16pt; margin: 0 0 2mm; } h2 { font-size: 12pt; margin: 5mm 0 1mm; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; } th { min-width: 9mm; } td:nth-child(2), td:nth-child(5) { white-space: nowrap; } thead { display: table-header-group; }
th, td { border: 0.2mm solid #999; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: break-word; }
tr { break-inside: avoid; } td { white-space: pre-line; font-variant-numeric: tabular-nums; }
.done { background: #e9f5ec; } .stopped { background: #fbe9e7; } dl { display: grid; grid-template-columns: 45mm 1fr; gap: 1mm 4mm; }
dt { color: #555; } dd { margin: 0; white-space: pre-line; } .certificate { break-after: page; }`;

export function printReport(rows: readonly PrintedRow[], head: ReportHead, language: Language): string {
  const words = printWords[language];
  const titles = joinLast(tableTitles(language), " · ");
  const counts = (["done", "stopped", "claimed", "free"] as const)
    .map((state) => `${words.states[state]} ${rows.filter((row) => row.state === state).length}`)
    .join(language === "en" ? ", " : "，");
  const body = `<h1>${words.report}</h1>
<p>${escapeHtml(`${words.plan} ${head.plan} · ${counts} · ${words.printed} ${printTime(head.at)} · ${head.bench}`)}</p>
<table><thead><tr>${titles.map((title) => `<th>${title}</th>`).join("")}</tr></thead>
<tbody>${rows
    .map((row) => {
      const cells = joinLast(tableCells(row, language, sayChanges), "\n").map((text) => `<td>${escapeHtml(text)}</td>`);
      return `<tr class="${row.state}">${cells.join("")}</tr>`;
    })
    .join("\n")}</tbody></table>`;
  return printPage({ language, title: `${words.report} · ${head.plan}`, style, body });
}

/** On paper, who, where, when and the push's name share a column. */
function joinLast(cells: readonly string[], separator: string): readonly string[] {
  const last = cells.slice(-shared).filter((text) => text !== "");
  return [...cells.slice(0, -shared), last.join(separator)];
}

/** The same as rows of texts, headings first. */
export function listReport(rows: readonly PrintedRow[], language: Language): readonly (readonly string[])[] {
  return [tableTitles(language), ...rows.map((row) => tableCells(row, language, listChanges))];
}

/** A page for each terminal. */
export function printCertificates(rows: readonly PrintedRow[], head: ReportHead, language: Language): string {
  const words = printWords[language];
  const body = rows.map((row) => printCertificate(row, head, language)).join("\n");
  const upright = style.replace("A4 landscape", "A4");
  return printPage({ language, title: words.certificate, style: upright, body });
}

function printCertificate(printed: PrintedRow, head: ReportHead, language: Language): string {
  const words = printWords[language];
  const { row, result, by, at, state } = printed;
  const set = sayChanges(printed, language);
  const facts: readonly (readonly [string, string])[] = [
    [words.plan, `${head.plan} · ${words.row} ${row.line}`],
    [words.serialNumber, printed.serialNumber ?? "-"],
    [words.model, result?.model ?? "-"],
    [words.firmware, result?.firmware ?? "-"],
    [words.site, row.settings.site ?? "-"],
    [words.address, printRowAddress(row) ?? "-"],
    [words.state, words.states[state]],
    [words.set, state === "done" ? set : "-"],
    [words.tests, printTests(printed, language) || words.nothing],
    [words.exceptions, printExceptions(printed, language) || words.nothing],
    [words.by, by?.operator ?? "-"],
    [words.bench, by?.bench.name ?? "-"],
    [words.at, printTime(at)],
    [words.push, result?.push ?? "-"],
  ];
  const list = facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join("\n");
  return `<div class="certificate"><h1>${words.certificate}</h1><dl>${list}</dl></div>`;
}

function tableTitles(language: Language): readonly string[] {
  const { row, serialNumber, site, address, state, set, tests, exceptions, why, by, bench, at, push } =
    printWords[language];
  return [row, serialNumber, site, address, state, set, tests, exceptions, why, by, bench, at, push];
}

function tableCells(printed: PrintedRow, language: Language, showChanges: typeof printChanges): readonly string[] {
  const { row, state, serialNumber, by, at, why, result } = printed;
  return [
    String(row.line),
    serialNumber ?? "",
    row.settings.site ?? "",
    printRowAddress(row) ?? "",
    printWords[language].states[state],
    showChanges(printed, language),
    printTests(printed, language),
    printExceptions(printed, language),
    result?.failure?.message[language] ?? why ?? "",
    by?.operator ?? "",
    by?.bench.name ?? "",
    state === "free" ? "" : printTime(at),
    result?.push ?? "",
  ];
}

/** On paper, as people call the settings. */
function printChanges({ result }: PrintedRow, language: Language): string {
  const { from: was } = printWords[language];
  return (result?.changes ?? [])
    .map(({ interface: name, field, from, to }) => {
      const [now, before] = [to, from].map((value) => (value ?? "-").replaceAll(",", ", "));
      return [name, sayField(field, language), `${now}${enclose(`${was} ${before}`, language)}`].join(" ").trim();
    })
    .join("\n");
}

/** And that there were none, where that is why nothing stands there. */
function sayChanges(printed: PrintedRow, language: Language): string {
  const unchanged = printed.state === "done" ? printWords[language].unchanged : "";
  return printChanges(printed, language) || unchanged;
}

function sayField(field: string, language: Language): string {
  const column = Object.entries(columnTitles).find(([name]) => name === field);
  return printWords[language].fields[field] ?? column?.[1][language] ?? field;
}

/** In a sheet, as the command line takes them. */
function listChanges({ result }: PrintedRow, language: Language): string {
  const { from: was } = printWords[language];
  return (result?.changes ?? [])
    .map((change) => `${nameField(change)}=${change.to ?? ""}${enclose(`${was} ${change.from ?? "-"}`, language)}`)
    .join("\n");
}

function printTests({ result }: PrintedRow, language: Language): string {
  return (result?.tests ?? []).map((test) => printTest(test, language)).join("\n");
}

function printTest(test: TestResult, language: Language): string {
  return reportTest(test).message[language];
}

function printExceptions({ result }: PrintedRow, language: Language): string {
  const { byHand, from: was } = printWords[language];
  return (result?.exceptions ?? [])
    .map(({ field, wanted, found }) => {
      const told = found === null ? byHand : `${byHand}; ${was} ${found}`;
      return `${nameColumn(field, language)} ${wanted}${enclose(told, language)}`;
    })
    .join("\n");
}

function enclose(text: string, language: Language): string {
  return language === "en" ? ` (${text})` : `（${text.replace("; ", "；")}）`;
}

function nameColumn(field: string, language: Language): string {
  const titles: Readonly<Record<string, { readonly en: string; readonly "zh-CN": string }>> = columnTitles;
  return titles[field]?.[language] ?? field;
}
