// Ctrl/Cmd-K opens the palette and F1 the help, wherever the focus is, except that a raw console keeps its Ctrl-K.
import { useEffect } from "react";
import type { SessionState } from "../session/session-state.ts";
import { useDesk } from "../session/use-desk.tsx";

const isMac = /mac/i.test(navigator.platform);

export const paletteKeys = isMac ? "⌘K" : "Ctrl+K";

export function useOverlayKeys(): void {
  const { store } = useDesk();
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const overlay = findOverlay(event);
      if (overlay === null) return;
      event.preventDefault();
      // A dialog that is open already keeps the window; one that was just closed may not have said so yet.
      if (document.querySelector("dialog[open]") === null) store.change((state) => ({ ...state, overlay }));
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, [store]);
}

function findOverlay(event: KeyboardEvent): SessionState["overlay"] {
  if (event.key === "F1") return "help";
  const isAsked = event.key.toLowerCase() === "k" && (isMac ? event.metaKey : event.ctrlKey) && !event.altKey;
  if (!isAsked) return null;
  return !isMac && event.target instanceof Element && event.target.closest(".xterm") !== null ? null : "palette";
}
