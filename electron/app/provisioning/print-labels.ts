// Labels: serial number as text and barcode, site, address. A4 sheets of 3 by 8 (70 by 37 mm), or a roll of 40 by 30 mm.
import type { Language } from "../../core/failures/localized.ts";
import { printRowAddress } from "../../core/provisioning/plan-row.ts";
import { drawBarcode } from "./barcode-svg.ts";
import { escapeHtml, printPage } from "./html.ts";
import type { PrintedRow } from "./printed-row.ts";
import { printWords } from "./print-words.ts";

export type LabelPaper = "labels-a4" | "labels-40x30";

const label = `
.label { box-sizing: border-box; overflow: hidden; display: flex; flex-direction: column; justify-content: space-between; break-inside: avoid; }
.label b, .label span { overflow-wrap: anywhere; flex-shrink: 0; }
.label .site { flex-shrink: 1; overflow: hidden; }
.barcode { display: block; width: 100%; }
.digits { font-variant-numeric: tabular-nums; }`;

const styles: Readonly<Record<LabelPaper, string>> = {
  "labels-a4": `@page { size: A4; margin: 0; }
.sheet { display: grid; grid-template-columns: repeat(3, 70mm); grid-auto-rows: 37mm; break-after: page; }
.label { padding: 4mm; font-size: 9pt; }
.barcode { height: 11mm; }${label}`,
  "labels-40x30": `@page { size: 40mm 30mm; margin: 0; }
.label { width: 40mm; height: 30mm; padding: 1.5mm; font-size: 7pt; line-height: 1.2; break-after: page; }
.barcode { height: 10mm; }${label}`,
};

const perSheet = 24;

export function printLabels(rows: readonly PrintedRow[], paper: LabelPaper, language: Language): string {
  const labels = rows.map(printLabel);
  const body = paper === "labels-a4" ? groupSheets(labels) : labels.join("\n");
  return printPage({ language, title: printWords[language].labels, style: styles[paper], body });
}

function printLabel({ row, serialNumber }: PrintedRow): string {
  const number = serialNumber ?? "";
  // A site of any length leaves the address its room.
  const lines = [
    ["digits site", row.settings.site ?? ""],
    ["digits", printRowAddress(row) ?? ""],
  ].filter(([, text]) => text !== "");
  return `<div class="label">${drawBarcode(number)}<b class="digits">${escapeHtml(number)}</b>${lines
    .map(([kind, text]) => `<span class="${kind}">${escapeHtml(text ?? "")}</span>`)
    .join("")}</div>`;
}

function groupSheets(labels: readonly string[]): string {
  const sheets: string[] = [];
  for (let at = 0; at < labels.length; at += perSheet)
    sheets.push(`<div class="sheet">${labels.slice(at, at + perSheet).join("\n")}</div>`);
  return sheets.join("\n");
}
