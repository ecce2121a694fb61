// One document on paper: whatever prints the window meanwhile prints it and nothing else.

interface Printed {
  /** What it is, for the rules of a page. */
  readonly name: string;
  /** Rules of the paper; only the outermost document of a window may have them. */
  readonly paper: string;
  readonly lay: (place: HTMLElement) => void;
}

const onlyThis =
  "@media screen{[data-print]{display:none}}" +
  "@media print{:root,body{height:auto!important;overflow:visible!important;background:#fff!important}#root{display:none!important}}";

/** Until the given function is called. */
export function printAlone({ name, paper, lay }: Printed): () => void {
  const copy = document.createElement("div");
  copy.dataset["print"] = name;
  document.body.append(copy);
  lay(copy);
  const style = makeStyle(paper + onlyThis);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  return () => {
    copy.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
  };
}

/** Markup in a place of its own in the window: neither takes the other's style. Gives that place. */
export function layApart(frame: HTMLElement, style: string, markup: string): ShadowRoot {
  const shadow = frame.shadowRoot ?? frame.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [makeStyle(style)];
  shadow.innerHTML = markup;
  return shadow;
}

function makeStyle(text: string): CSSStyleSheet {
  const style = new CSSStyleSheet();
  style.replaceSync(text);
  return style;
}
