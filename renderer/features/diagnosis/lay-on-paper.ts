// The sheet's markup in a place of its own in the window, and alone on paper.
import { layApart, printAlone } from "../../ui/print-alone.ts";
import type { Sheet } from "./sheet-lines.ts";
import { drawSheet, type Paper, stylePage, styleSheet } from "./sheet-page.ts";

/** Gives its height in dots. */
export function layOnPaper(frame: HTMLElement, sheet: Sheet, paper: Paper): number {
  const shadow = layApart(frame, styleSheet(paper), drawSheet(sheet));
  return shadow.firstElementChild?.getBoundingClientRect().height ?? 0;
}

/** Until the given function is called, whatever prints the window prints the sheet and nothing else. */
export function printOnly(
  sheet: Sheet,
  { paper, height }: { readonly paper: Paper; readonly height: number },
): () => void {
  return printAlone({
    name: paper,
    paper: stylePage(paper, height),
    lay: (copy) => layOnPaper(copy, sheet, paper),
  });
}
