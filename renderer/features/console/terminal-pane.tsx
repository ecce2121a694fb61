// The terminal emulation: xterm in the window's own colours. Its <style> elements carry the page's nonce.
import "@xterm/xterm/css/xterm.css";
import { FitAddon } from "@xterm/addon-fit";
import { Terminal } from "@xterm/xterm";
import { useEffect, useRef } from "react";
import type { Pane } from "./console-tap.ts";

interface TerminalPaneProps {
  readonly label: string;
  readonly isTyping: boolean;
  readonly onData: (text: string) => void;
  readonly onReady: (handle: Pane | null) => void;
}

/** Lines kept above the screen. */
const scrollback = 5000;

export function TerminalPane({ label, isTyping, onData, onReady }: TerminalPaneProps) {
  const place = useRef<HTMLDivElement>(null);
  const terminal = useRef<Terminal | null>(null);
  const latest = useRef(onData);
  useEffect(() => {
    latest.current = onData;
  }, [onData]);
  useEffect(() => {
    const host = place.current;
    if (host === null) return;
    const made = createTerminal(host);
    terminal.current = made.terminal;
    const heard = made.terminal.onData((text) => latest.current(text));
    onReady({
      write: (text) => new Promise((resolve) => made.terminal.write(text, resolve)),
      clear: () => made.terminal.reset(),
    });
    return () => {
      onReady(null);
      heard.dispose();
      made.dispose();
      terminal.current = null;
    };
  }, [onReady]);
  useEffect(() => {
    if (terminal.current === null) return;
    terminal.current.options.disableStdin = !isTyping;
    terminal.current.options.cursorBlink = isTyping;
    if (isTyping) terminal.current.focus();
  }, [isTyping]);
  return (
    <section
      ref={place}
      aria-label={label}
      data-typing={isTyping}
      className="min-h-0 grow overflow-hidden rounded-panel border border-line bg-sunken p-2 text-ink"
    />
  );
}

function createTerminal(host: HTMLElement): { readonly terminal: Terminal; readonly dispose: () => void } {
  const terminal = new Terminal({
    scrollback,
    disableStdin: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--font-mono"),
    fontSize: 13,
    minimumContrastRatio: 4.5,
    screenReaderMode: true,
    theme: readTheme(host),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  makeStylesWithNonce(() => terminal.open(host));
  fit.fit();
  const resized = new ResizeObserver(() => fit.fit());
  resized.observe(host);
  const themed = new MutationObserver(() => (terminal.options.theme = readTheme(host)));
  themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const dispose = (): void => {
    resized.disconnect();
    themed.disconnect();
    terminal.dispose();
  };
  return { terminal, dispose };
}

function readTheme(host: HTMLElement) {
  const { color, backgroundColor } = getComputedStyle(host);
  return { background: backgroundColor, foreground: color, cursor: color, cursorAccent: backgroundColor };
}

/**
 * The policy lets only those <style> elements in that carry the page's nonce. The emulation makes all of its own while it
 * opens, one of them past its `documentOverride` (xterm 6.0.0).
 */
function makeStylesWithNonce(open: () => void): void {
  const nonce = document.querySelector<HTMLElement>("[nonce]")?.nonce ?? "";
  const prototype: { createElement: (tag: string, options?: ElementCreationOptions) => HTMLElement } =
    Document.prototype;
  const value = (tag: string, options?: ElementCreationOptions): HTMLElement => {
    const element = prototype.createElement.call(document, tag, options);
    if (tag === "style") element.nonce = nonce;
    return element;
  };
  Object.defineProperty(document, "createElement", { configurable: true, value });
  try {
    open();
  } finally {
    // The prototype's own comes back.
    Reflect.deleteProperty(document, "createElement");
  }
}
