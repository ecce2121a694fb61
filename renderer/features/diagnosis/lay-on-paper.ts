// The sheet's markup in a place of its own in the window: neither takes the other's style.
import type { Sheet } from "./sheet-lines.ts";
import { drawSheet, type Paper, stylePage, styleSheet } from "./sheet-page.ts";

/** Gives its height in dots. */
export function layOnPaper(frame: HTMLElement, sheet: Sheet, paper: Paper): number {
  const shadow = frame.shadowRoot ?? frame.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [makeStyle(styleSheet(paper))];
  shadow.innerHTML = drawSheet(sheet);
  return shadow.firstElementChild?.getBoundingClientRect().height ?? 0;
}

const onlyThis =
  "@media screen{[data-print]{display:none}}" +
  "@media print{:root,body{height:auto!important;overflow:visible!important;background:#fff!important}#root{display:none!important}}";

/** Until the given function is called, whatever prints the window prints the sheet and nothing else. */
export function printOnly(
  sheet: Sheet,
  { paper, height }: { readonly paper: Paper; readonly height: number },
): () => void {
  const copy = document.createElement("div");
  copy.dataset["print"] = paper;
  document.body.append(copy);
  layOnPaper(copy, sheet, paper);
  const style = makeStyle(stylePage(paper, height) + onlyThis);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  return () => {
    copy.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
  };
}

function makeStyle(text: string): CSSStyleSheet {
  const style = new CSSStyleSheet();
  style.replaceSync(text);
  return style;
}
