// The preload bundle as a script that Chromium runs before the page's own. There is no isolated world here: what the bridge
// exposes is frozen and its arguments are cloned, as Electron's bridge does it, and `require` knows only electron.
import { readFileSync } from "node:fs";

/** What the double's own functions are called in the page. */
export const sendName = "__electronDoubleSend";
export const receiveName = "__electronDoubleReceive";

export function writePreloadScript(path: string): string {
  const names = JSON.stringify({ sendName, receiveName });
  return `(${runPreload.toString()})(${names}, function (require) {\n${readFileSync(path, "utf8")}\n});`;
}

interface Names {
  readonly sendName: string;
  readonly receiveName: string;
}

/** Runs in the page, alone: it may use nothing of this module. */
function runPreload(
  { sendName: send, receiveName: receive }: Names,
  bundle: (require: (name: string) => unknown) => void,
): void {
  const page = globalThis as unknown as Record<string, unknown> & { readonly top: unknown };
  // Sub-frames get no preload.
  if (page.top !== globalThis) return;
  type Listener = (event: object, ...values: unknown[]) => void;
  const listeners = new Map<string, Set<Listener>>();
  const clone = (value: unknown): unknown => (typeof value === "function" ? value : structuredClone(value));
  const expose = (value: unknown): unknown => {
    if (typeof value === "function") {
      const call = value as (...given: unknown[]) => unknown;
      return (...given: unknown[]): unknown => call(...given.map(clone));
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, each]) => [name, expose(each)])));
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown): void => {
        Object.defineProperty(page, name, { value: expose(value), enumerable: true });
      },
    },
    ipcRenderer: {
      send: (channel: string, ...values: unknown[]): void => {
        void (page[send] as (...all: unknown[]) => Promise<void>)(channel, ...values.map(clone));
      },
      on: (channel: string, listener: Listener): void => {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      removeAllListeners: (channel: string): void => void listeners.delete(channel),
    },
    // Chromium tells no page where a file lies.
    webUtils: { getPathForFile: (): string => "" },
  };
  page[receive] = (channel: string, values: unknown[]): void => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...values);
  };
  bundle((name) => {
    if (name !== "electron") throw new Error(`module not found: ${name}`);
    return electron;
  });
}
