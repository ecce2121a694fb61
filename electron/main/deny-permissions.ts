// https://www.electronjs.org/docs/latest/tutorial/security, item 5.
import type { Session } from "electron";
import { pageOrigin } from "./page-origin.ts";

/** Text that the person copies with a button. Reading the clipboard is not among it. */
const copying = "clipboard-sanitized-write";

type GuardedSession = Pick<
  Session,
  "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDisplayMediaRequestHandler"
>;

export function denyPermissions(session: GuardedSession): void {
  session.setPermissionRequestHandler((...[, permission, answer, details]) => {
    answer(permission === copying && details.isMainFrame && isOwn(details.requestingUrl));
  });
  session.setPermissionCheckHandler((...[, permission, origin, details]) => {
    return permission === copying && details.isMainFrame && isOwn(origin);
  });
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
}

function isOwn(address: string): boolean {
  return address === pageOrigin || address.startsWith(`${pageOrigin}/`);
}
