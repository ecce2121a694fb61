// Which link this page has: the desktop window's, or a WebSocket to the host that served it.
import type { Link } from "../../electron/contract/link.ts";
import { type Result, succeed } from "../../electron/core/failures/result.ts";
import { createElectronLink, type DesktopBridge } from "./electron-link.ts";
import { openWebSocketLink } from "./websocket-link.ts";

declare global {
  interface Window {
    /** Only in the desktop window. */
    readonly counterpart?: DesktopBridge;
  }
}

/**
 * Once for each page load, and again when the link closed and the person asks for a new one. What can be refused is a page in a
 * browser: `page-not-admitted` (the address was used before; start Counterpart again), `page-occupied` (another page is
 * connected), `link-closed` (Counterpart's other side has ended).
 */
export async function pickLink(): Promise<Result<Link>> {
  if (window.counterpart) return succeed(createElectronLink(window.counterpart));
  return openWebSocketLink({
    location: window.location,
    sessionStorage: window.sessionStorage,
    forgetToken: () => window.history.replaceState(null, "", window.location.pathname + window.location.search),
  });
}
