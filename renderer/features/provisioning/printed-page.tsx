// A printed document in a place of its own: neither it nor the window takes the other's style, and nothing in it can run. While
// it is shown, whatever prints the window prints the document and nothing else.
import { useLayoutEffect, useRef } from "react";

interface PrintedPageProps {
  readonly html: string;
  readonly name: string;
  readonly what: string;
}

export function PrintedPage({ html, name, what }: PrintedPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (frame.current === null) return;
    const page = readPage(html);
    lay(frame.current, page);
    return printOnly(page);
  }, [html]);
  return (
    <div
      // Scrolled by keyboard too.
      tabIndex={0}
      role="group"
      aria-label={name}
      className="max-h-160 max-w-full overflow-auto rounded-panel border border-line bg-[#fff] p-6 low:max-h-72 low:p-4"
    >
      <div ref={frame} data-printed={what} />
    </div>
  );
}

interface Page {
  readonly style: string;
  /** Only the outermost document of a window may say how large its paper is. */
  readonly paper: string;
  readonly body: string;
}

function readPage(html: string): Page {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const style = [...parsed.querySelectorAll("style")].map(({ textContent }) => textContent).join("\n");
  const paper = /@page\s*\{[^}]*\}/g;
  return {
    style: style.replace(paper, "").replace(/(^|[\s,}])body(?=\s*[{,])/g, "$1.page"),
    paper: [...style.matchAll(paper)].map(([rule]) => rule).join("\n"),
    body: parsed.body.innerHTML,
  };
}

function lay(frame: HTMLElement, { style, body }: Page): void {
  const shadow = frame.shadowRoot ?? frame.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [makeStyle(style)];
  shadow.innerHTML = `<div class="page">${body}</div>`;
}

const onlyThis =
  "@media screen{[data-print]{display:none}}" +
  "@media print{:root,body{height:auto!important;overflow:visible!important;background:#fff!important}#root{display:none!important}}";

function printOnly(page: Page): () => void {
  const copy = document.createElement("div");
  copy.dataset["print"] = "page";
  document.body.append(copy);
  lay(copy, page);
  const style = makeStyle(page.paper + onlyThis);
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
