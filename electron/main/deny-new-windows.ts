// https://www.electronjs.org/docs/latest/tutorial/security, item 14.
import type { WebContents } from "electron";

/** `openOutside` may show the address in the system's browser; a window of this app never opens. */
export function denyNewWindows(
  contents: Pick<WebContents, "setWindowOpenHandler">,
  openOutside: (address: string) => void,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: "deny" };
  });
}
