// Keys that hold all over the wall: a scanner is heard wherever the focus is, and P alone pauses or goes on.
import { useEffect, useRef } from "react";
import { KeyBurst, rest } from "./key-burst.ts";

interface BenchKeys {
  readonly onScan: (text: string) => void;
  readonly onPause: () => void;
}

export function useBenchKeys(keys: BenchKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const burst = new KeyBurst();
    let shortcut: ReturnType<typeof setTimeout> | undefined;
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      clearTimeout(shortcut);
      if (event.key === "Enter") {
        const scanned = burst.end(event.timeStamp);
        if (scanned === null) return;
        // The scanner's Enter presses nothing.
        event.preventDefault();
        event.stopPropagation();
        latest.current.onScan(scanned);
      } else if (event.key.length === 1) {
        burst.add(event.key, event.timeStamp);
        if (burst.isBurst) event.preventDefault();
        else if (event.key.toLowerCase() === "p")
          // A serial number may begin with it.
          shortcut = setTimeout(() => latest.current.onPause(), rest);
      }
    };
    addEventListener("keydown", hear, true);
    return () => {
      clearTimeout(shortcut);
      removeEventListener("keydown", hear, true);
    };
  }, []);
}

/** In a field every key is text, and in a dialog the dialog's. */
function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]") !== null) return true;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox" && target.type !== "radio";
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
