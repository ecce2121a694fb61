// What `import ... from "electron"` gives the built main process when the double runs it.
import { session } from "./default-session.ts";

export { app } from "./app.ts";
export { BrowserWindow } from "./browser-window.ts";
export { dialog } from "./dialogs.ts";
export { ipcMain } from "./ipc-main.ts";
export { safeStorage } from "./safe-storage.ts";
export { session };
export { shell } from "./shell.ts";

export const protocol = session.defaultSession.protocol;
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
export const Menu = { buildFromTemplate: (template: unknown) => ({ template }), setApplicationMenu: () => undefined };
