// The one channel between the window and the app: JSON texts, taken only from our page's main frame.
// https://www.electronjs.org/docs/latest/tutorial/security, item 17.
import type { BrowserWindow, IpcMain, IpcMainEvent } from "electron";
import { messageSchema } from "../contract/envelope.ts";
import type { Link } from "../contract/link.ts";
import { Mailbox } from "../contract/mailbox.ts";
import { pageOrigin } from "./page-origin.ts";

/** As in electron/preload. */
const channel = "counterpart";
/** The text that says that its sender closed the link; no JSON is empty. */
const closing = "";
/** Characters; the WebSocket host allows as many octets. */
const longestMessage = 1024 * 1024;

/** Gives a link for each load of the page; the one before is closed. */
export function connectPage(window: BrowserWindow, ipc: IpcMain, onLink: (link: Link) => void): void {
  let current: Mailbox | null = null;
  function hear(event: IpcMainEvent, json: unknown): void {
    if (!isOwnPage(event, window)) return;
    if (json === closing) current?.close();
    const message = parseMessage(json);
    if (message === undefined) return;
    if (isHello(message)) {
      current?.close();
      current = new Mailbox();
      onLink(makeLink(window, current));
    }
    current?.deliver(message);
  }
  ipc.on(channel, hear);
  window.webContents.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) current?.close();
  });
  window.webContents.on("render-process-gone", () => current?.close());
  window.once("closed", () => {
    ipc.off(channel, hear);
    current?.close();
  });
}

/** Other windows, frames inside the page, and whatever a navigation may have left there are nobody to answer. */
function isOwnPage(event: Pick<IpcMainEvent, "sender" | "senderFrame">, window: BrowserWindow): boolean {
  if (window.isDestroyed() || event.sender !== window.webContents) return false;
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && frame.origin === pageOrigin;
}

function makeLink(window: BrowserWindow, mailbox: Mailbox): Link {
  return {
    send: (message) => {
      if (!mailbox.isClosed && !window.isDestroyed()) window.webContents.send(channel, JSON.stringify(message));
    },
    onMessage: (listener) => mailbox.onMessage(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close: () => {
      if (!mailbox.isClosed && !window.isDestroyed()) window.webContents.send(channel, closing);
      mailbox.close();
    },
  };
}

function parseMessage(json: unknown): unknown {
  if (typeof json !== "string" || json.length > longestMessage) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isHello(message: unknown): boolean {
  const parsed = messageSchema.safeParse(message);
  return parsed.success && parsed.data.type === "hello";
}
