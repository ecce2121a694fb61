// https://www.electronjs.org/docs/latest/tutorial/security, items 11 and 12.
import type { WebContents } from "electron";

export function denyWebviews(contents: Pick<WebContents, "on">): void {
  contents.on("will-attach-webview", (event) => event.preventDefault());
}
