import type { App, BrowserWindow } from "electron";

/** Whether this process is the one; a second start brings the first one's window to the front and ends. */
export function keepOneInstance(app: App, findWindow: () => BrowserWindow | undefined): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", () => {
    const window = findWindow();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  return true;
}
