// https://www.electronjs.org/docs/latest/tutorial/security, item 14.
import type { WebContents } from "electron";

export function denyNewWindows(contents: Pick<WebContents, "setWindowOpenHandler">): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}
