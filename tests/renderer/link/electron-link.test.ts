// The window's link and the main process's, joined by what stands for Electron between them.
import { EventEmitter } from "node:events";
import type { BrowserWindow, IpcMain } from "electron";
import { contractVersion } from "../../../electron/contract/envelope.ts";
import type { Link } from "../../../electron/contract/link.ts";
import { connectPage } from "../../../electron/main/connect-page.ts";
import { createElectronLink } from "../../../renderer/link/electron-link.ts";
import { testLink } from "../../contracts/link-suite.ts";

testLink("the window's channel", async () => {
  const ipc = new EventEmitter();
  let listener: (json: string) => void = () => undefined;
  const webContents = Object.assign(new EventEmitter(), {
    mainFrame: { origin: "app://counterpart" },
    send: (_channel: string, json: string) => void setImmediate(() => listener(json)),
  });
  const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false });
  const { promise: far, resolve } = Promise.withResolvers<Link>();
  connectPage(window as unknown as BrowserWindow, ipc as unknown as IpcMain, resolve);
  const near = createElectronLink({
    send: (json) =>
      void setImmediate(() =>
        ipc.emit("counterpart", { sender: webContents, senderFrame: webContents.mainFrame }, json),
      ),
    onMessage: (given) => (listener = given),
  });
  const hello = { type: "hello", version: contractVersion };
  near.send(hello);
  // A page says hello once; a second time would be a page that was loaded anew.
  const sayOthers = (message: unknown): void => {
    if ((message as { readonly type?: unknown } | null)?.type !== "hello") near.send(message);
  };
  return [{ ...near, send: sayOthers }, await far];
});
