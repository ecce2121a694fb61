import { EventEmitter } from "node:events";
import type { BrowserWindow, IpcMain } from "electron";
import { expect, test } from "vitest";
import type { Link } from "../../electron/contract/link.ts";
import { connectPage } from "../../electron/main/connect-page.ts";

const hello = JSON.stringify({ type: "hello", version: 1 });

class Window extends EventEmitter {
  readonly sent: string[] = [];
  readonly webContents = Object.assign(new EventEmitter(), {
    mainFrame: { origin: "app://counterpart" },
    send: (_channel: string, json: string) => void this.sent.push(json),
  });
  isDestroyed(): boolean {
    return false;
  }
}

interface Connected {
  readonly window: Window;
  readonly ipc: EventEmitter;
  readonly links: Link[];
  /** Every message that any of the links gave. */
  readonly heard: unknown[];
  readonly say: (json: unknown, from?: object) => Promise<void>;
}

function connect(): Connected {
  const window = new Window();
  const ipc = new EventEmitter();
  const links: Link[] = [];
  const heard: unknown[] = [];
  connectPage(window as unknown as BrowserWindow, ipc as unknown as IpcMain, (link) => {
    links.push(link);
    link.onMessage((message) => heard.push(message));
  });
  const own = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
  return {
    window,
    ipc,
    links,
    heard,
    say: async (json, from = own) => {
      ipc.emit("counterpart", from, json);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test("a page that says hello gets a link", async () => {
  const { heard, say } = connect();
  await say(hello);
  expect(heard).toEqual([{ type: "hello", version: 1 }]);
});

test("a frame inside the page, another window and a page of another origin are not heard", async () => {
  const { window, links, say } = connect();
  const { webContents } = window;
  await say(hello, { sender: webContents, senderFrame: { origin: "app://counterpart" } });
  await say(hello, { sender: new EventEmitter(), senderFrame: webContents.mainFrame });
  await say(hello, { sender: webContents, senderFrame: null });
  webContents.mainFrame.origin = "https://example.com";
  await say(hello);
  expect(links).toEqual([]);
});

test("what is no JSON text, or longer than a mebibyte, is not heard", async () => {
  const { heard, say } = connect();
  await say(hello);
  await say("{");
  await say({ type: "hello", version: 1 });
  await say(JSON.stringify({ type: "request", id: 1, command: "x", input: "x".repeat(1024 * 1024) }));
  expect(heard).toHaveLength(1);
});

test("a page that says hello again, after a reload, gets a new link and the old one is closed", async () => {
  const { links, say } = connect();
  await say(hello);
  let closed = false;
  links[0]?.onClose(() => (closed = true));
  await say(hello);
  expect([links.length, closed]).toEqual([2, true]);
});

test("a page that goes, crashes or is closed closes its link", async () => {
  const goings: ((window: Window) => void)[] = [
    ({ webContents }) => webContents.emit("did-start-navigation", { isMainFrame: true, isSameDocument: false }),
    ({ webContents }) => webContents.emit("render-process-gone", {}, { reason: "crashed" }),
    (window) => window.emit("closed"),
  ];
  let closed = 0;
  for (const go of goings) {
    const { window, links, say } = connect();
    await say(hello);
    links[0]?.onClose(() => (closed += 1));
    go(window);
  }
  expect(closed).toBe(goings.length);
});

test("a closed link says so once and sends nothing any more", async () => {
  const { window, links, say } = connect();
  await say(hello);
  links[0]?.close();
  links[0]?.send({ type: "hello", version: 1 });
  expect(window.sent).toEqual([""]);
});
