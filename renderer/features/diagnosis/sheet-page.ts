// The sheet as markup with the style of its paper: shown in the window, printed from it, and saved as a page of its own,
// which prints the same from any browser. What a terminal reported cannot become markup.
import type { HopState } from "../../ui/state-mark.tsx";
import type { Sheet, SheetHop } from "./sheet-lines.ts";

export const papers = ["a4", "80", "58"] as const;
export type Paper = (typeof papers)[number];

interface Size {
  /** Millimetres. */
  readonly page: number;
  readonly margin: number;
  /** Points. */
  readonly font: number;
}

const sizes: Readonly<Record<Paper, Size>> = {
  a4: { page: 210, margin: 18, font: 11 },
  // What is left free is what such printers cannot reach.
  "80": { page: 80, margin: 4, font: 9 },
  "58": { page: 58, margin: 3, font: 8 },
};

/** A page as high as A4, for who cannot measure. */
const usualHeight = 297;
/** Browsers give `mm` as 96 dots an inch. */
const dotsPerMillimetre = 96 / 25.4;

/** Millimetres of paper that a receipt of that many dots takes: it is cut where it ends. */
export function measurePaper(paper: Paper, dots: number): number {
  const { margin } = sizes[paper];
  return paper === "a4" ? usualHeight : Math.ceil(dots / dotsPerMillimetre + 2 * margin + 3);
}

export function stylePage(paper: Paper, height: number = usualHeight): string {
  const { page, margin } = sizes[paper];
  return `@page{size:${page}mm ${height}mm;margin:${margin}mm}`;
}

/** Of an element `.sheet`; black on white, since paper is. */
export function styleSheet(paper: Paper): string {
  const { page, margin, font } = sizes[paper];
  return [
    `.sheet{box-sizing:border-box;width:${page - 2 * margin}mm;max-width:100%;margin:0 auto;font:${font}pt/1.45 ${fonts};` +
      "color:#000;background:#fff;overflow-wrap:anywhere;text-align:start}",
    ".sheet h1{font-size:1.45em;line-height:1.3;margin:0 0 .2em}.sheet h2{font-size:1.1em;margin:1em 0 .2em}",
    ".sheet p{margin:0 0 .15em}.sheet section{break-inside:avoid}.sheet footer{margin-top:1em;font-size:.85em}",
    ".sheet ol{list-style:none;display:flex;gap:.6em;margin:1em 0 0;padding:0}",
    ".sheet li{flex:1 1 0;min-width:0;border:.09em solid #000;border-radius:.5em;padding:.4em .5em}",
    ".sheet li.wrong{border-width:.25em}.sheet li span{display:block}.sheet li .mark{font-weight:700}",
    ...(paper === "a4"
      ? []
      : [".sheet ol{flex-direction:column;gap:.3em}.sheet li span{display:inline;margin-right:.5em}"]),
  ].join("");
}

const fonts = 'system-ui,"PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif';

/** The mark tells the state without colour. */
export const hopMarks: Readonly<Record<HopState, string>> = {
  ok: "✓",
  wrong: "✗",
  odd: "!",
  unknown: "?",
  "not-needed": "–",
};

export function drawSheet({ title, moment, path, parts, digest }: Sheet): string {
  const body = parts
    .map(
      (part) =>
        `<section><h2>${escape(part.title)}</h2>${part.lines.map((line) => `<p>${escape(line)}</p>`).join("")}</section>`,
    )
    .join("\n");
  const hops = path.length === 0 ? "" : `<ol>${path.map(drawHop).join("")}</ol>\n`;
  return (
    `<div class="sheet"><h1>${escape(title)}</h1><p>${escape(moment)}</p>\n${hops}${body}\n` +
    `<footer>${escape(digest)}</footer></div>`
  );
}

function drawHop({ name, state, word, value }: SheetHop): string {
  const own = value === null ? "" : `<span>${escape(value)}</span>`;
  return `<li class="${state}"><span class="mark">${hopMarks[state]} ${escape(name)}</span><span>${escape(word)}</span>${own}</li>`;
}

interface Printed {
  readonly paper: Paper;
  readonly language: string;
  /** Millimetres of paper. */
  readonly height?: number;
}

export function printPage(sheet: Sheet, { paper, language, height }: Printed): string {
  return (
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${escape(sheet.title)}</title>` +
    `<style>${stylePage(paper, height)}body{margin:0}@media screen{body{padding:${sizes[paper].margin}mm}}${styleSheet(paper)}</style></head>\n` +
    `<body>${drawSheet(sheet)}</body></html>\n`
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
