// https://www.electronjs.org/docs/latest/tutorial/security, item 13.
import type { WebContents } from "electron";
import { pageAddress } from "./page-origin.ts";

type NavigatingContents = Pick<WebContents, "on">;

/** The page stays where it is, also in its frames; a reload of it is no navigation to somewhere else. */
export function denyNavigation(contents: NavigatingContents): void {
  contents.on("will-navigate", (details) => {
    if (details.url !== pageAddress || !details.isMainFrame) details.preventDefault();
  });
  contents.on("will-frame-navigate", (details) => {
    if (details.url !== pageAddress || !details.isMainFrame) details.preventDefault();
  });
  contents.on("will-redirect", (details) => details.preventDefault());
}
