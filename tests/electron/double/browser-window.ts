import { EventEmitter } from "node:events";
import type { BrowserWindowConstructorOptions, Rectangle } from "electron";
import { toShown } from "./addresses.ts";
import { app } from "./app.ts";
import { session } from "./default-session.ts";
import { getContext } from "./chromium.ts";
import { WebContentsDouble } from "./web-contents.ts";

const open = new Set<BrowserWindow>();

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): readonly BrowserWindow[] {
    return [...open];
  }

  readonly webContents: WebContentsDouble;
  readonly #bounds: Rectangle;
  #destroyed = false;
  #minimized = false;
  #visible: boolean;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    const { sandbox, contextIsolation, nodeIntegration, preload } = options.webPreferences ?? {};
    if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false) {
      throw new Error("Electron's double shows only pages in a sandbox, isolated, without Node.");
    }
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.#visible = options.show ?? true;
    this.webContents = new WebContentsDouble(session.defaultSession, preload);
    open.add(this);
    app.emit("web-contents-created", {}, this.webContents);
    void this.webContents.page.then(async (page) => {
      page.once("close", () => this.#closed());
      await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
    });
  }

  /** Nobody has to look at what it promises: as in Electron, a window that is closed while it loads is no error. */
  loadURL(address: string): Promise<void> {
    const loaded = this.#load(address);
    loaded.catch(() => undefined);
    return loaded;
  }

  async #load(address: string): Promise<void> {
    const origin = toShown(address).replace(/^(https:\/\/[^/]*).*$/, "$1");
    const granted = session.defaultSession.listGranted(
      this.webContents,
      address.replace(/^([a-z]+:\/\/[^/]*).*$/, "$1"),
    );
    await (await getContext()).grantPermissions([...granted], { origin });
    await this.webContents.load(toShown(address));
    this.emit("ready-to-show");
  }

  show(): void {
    this.#visible = true;
  }

  focus(): void {
    void this.webContents.page.then((page) => page.bringToFront());
  }

  isVisible(): boolean {
    return this.#visible;
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  minimize(): void {
    this.#minimized = true;
  }

  restore(): void {
    this.#minimized = false;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  getNormalBounds(): Rectangle {
    return this.#bounds;
  }

  close(): void {
    void this.webContents.page.then((page) => page.close());
  }

  #closed(): void {
    if (this.#destroyed) return;
    this.emit("close", { preventDefault: () => undefined });
    this.#destroyed = true;
    open.delete(this);
    this.emit("closed");
    if (open.size === 0) app.emit("window-all-closed");
  }
}
