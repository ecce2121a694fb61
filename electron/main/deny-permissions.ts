// https://www.electronjs.org/docs/latest/tutorial/security, item 5. Serial ports are opened on the Node side, never by the page.
import type { Session } from "electron";
import { pageOrigin } from "./page-origin.ts";

/** Text that the person copies with a button. Reading the clipboard is not among it. */
const copying = "clipboard-sanitized-write";

type GuardedSession = Pick<
  Session,
  | "on"
  | "setPermissionRequestHandler"
  | "setPermissionCheckHandler"
  | "setDevicePermissionHandler"
  | "setUSBProtectedClassesHandler"
>;

export function denyPermissions(session: GuardedSession): void {
  session.setPermissionRequestHandler((...[, permission, answer, details]) => {
    answer(permission === copying && details.isMainFrame && isOwn(details.requestingUrl));
  });
  session.setPermissionCheckHandler((...[, permission, origin, details]) => {
    return permission === copying && details.isMainFrame && isOwn(origin);
  });
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.on("select-hid-device", (event, _details, choose) => {
    event.preventDefault();
    choose(null);
  });
  session.on("select-serial-port", (...[event, , , choose]) => {
    event.preventDefault();
    choose("");
  });
  session.on("select-usb-device", (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
}

function isOwn(address: string): boolean {
  return address === pageOrigin || address.startsWith(`${pageOrigin}/`);
}
