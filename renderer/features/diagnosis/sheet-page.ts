// The sheet as a page of its own, with the style of its paper: it prints the same from any browser.
import type { Sheet } from "./sheet-lines.ts";

export const papers = ["a4", "80", "58"] as const;
export type Paper = (typeof papers)[number];

const sizes: Readonly<Record<Paper, { readonly page: string; readonly width: string; readonly font: string }>> = {
  a4: { page: "size: A4; margin: 18mm", width: "174mm", font: "11pt" },
  "80": { page: "size: 80mm 297mm; margin: 4mm", width: "72mm", font: "9pt" },
  "58": { page: "size: 58mm 297mm; margin: 3mm", width: "52mm", font: "8pt" },
};

export function printPage({ title, parts, digest }: Sheet, paper: Paper, language: string): string {
  const { page, width, font } = sizes[paper];
  const style =
    `@page{${page}}body{max-width:${width};margin:0 auto;font:${font}/1.45 system-ui,"PingFang SC","Microsoft YaHei UI",` +
    `"Noto Sans CJK SC",sans-serif;color:#000;background:#fff;overflow-wrap:anywhere}h1{font-size:1.4em}h2{font-size:1.1em;` +
    `margin:1em 0 .2em}p{margin:0 0 .15em}section{break-inside:avoid}footer{margin-top:1em;font-size:.85em}`;
  const body = parts
    .map(
      (part) =>
        `<section><h2>${escape(part.title)}</h2>${part.lines.map((line) => `<p>${escape(line)}</p>`).join("")}</section>`,
    )
    .join("\n");
  return (
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${escape(title)}</title>` +
    `<style>${style}</style></head>\n<body><h1>${escape(title)}</h1>\n${body}\n<footer>${escape(digest)}</footer></body></html>\n`
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
