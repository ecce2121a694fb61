// A printed document in a place of its own: neither it nor the window takes the other's style, and nothing in it can run. While
// it is shown, whatever prints the window prints the document and nothing else.
import { useLayoutEffect, useRef } from "react";
import { layApart, printAlone } from "../../ui/print-alone.ts";

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
    return printAlone({ name: "page", paper: page.paper, lay: (copy) => lay(copy, page) });
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
  layApart(frame, style, `<div class="page">${body}</div>`);
}
