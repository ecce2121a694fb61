// What the page can reach of Electron: one channel of JSON texts, both ways. The main process checks who sends.
// Imports only electron: whatever else is imported here becomes a `require` that a sandbox cannot load.
import { contextBridge, ipcRenderer, webUtils } from "electron";

const channel = "counterpart";

contextBridge.exposeInMainWorld("counterpart", {
  send: (json: string): void => ipcRenderer.send(channel, json),
  onMessage: (listener: (json: string) => void): void => {
    ipcRenderer.removeAllListeners(channel);
    ipcRenderer.on(channel, (_event, json: string) => listener(json));
  },
  /** Where a file that a person dropped or chose lies on the disk; empty for any other. */
  pathOf: (file: File): string => webUtils.getPathForFile(file),
});
