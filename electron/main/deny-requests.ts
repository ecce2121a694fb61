// https://www.electronjs.org/docs/latest/tutorial/security, items 1 and 18: what the page loads is its own, over its own scheme.
// The policy in its header says so to the page; this says so to Electron, whatever the page has become.
import type { WebRequest } from "electron";
import { pageAddress } from "./page-origin.ts";

/** Pictures that the page draws itself, and files that it hands to the person for saving. */
const ownData = ["data:", `blob:${pageAddress}`] as const;

export function denyRequests(webRequest: Pick<WebRequest, "onBeforeRequest">): void {
  webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url) }));
}

function isOwn(url: string): boolean {
  return [pageAddress, ...ownData].some((start) => url.startsWith(start));
}
