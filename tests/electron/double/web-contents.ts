import { EventEmitter } from "node:events";
import type { Dialog, Frame, Page, Route } from "@playwright/test";
import { findOrigin, fromShown } from "./addresses.ts";
import { getContext } from "./chromium.ts";
import { ipcMain } from "./ipc-main.ts";
import { receiveName, sendName, writePreloadScript } from "./preload-script.ts";
import type { SessionDouble } from "./session.ts";

type OpenHandler = (details: { readonly url: string }) => { readonly action: "allow" | "deny" };

/** One page of Chromium, as the main process sees it. */
export class WebContentsDouble extends EventEmitter {
  readonly session: SessionDouble;
  readonly page: Promise<Page>;
  readonly #frames = new WeakMap<Frame, FrameDouble>();
  #main: FrameDouble | null = null;
  #openHandler: OpenHandler = () => ({ action: "allow" });
  /** What loadURL asked for: the main process's own navigations ask nobody. */
  #wanted: string | null = null;

  constructor(session: SessionDouble, preload: string | undefined) {
    super();
    this.session = session;
    this.page = this.#open(preload);
  }

  get mainFrame(): FrameDouble | null {
    return this.#main;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...values: readonly unknown[]): void {
    const call = `globalThis[${JSON.stringify(receiveName)}]?.(${JSON.stringify(channel)}, ${JSON.stringify(values)})`;
    // A page that is just going hears nothing, as in Electron.
    void this.page.then((page) => page.evaluate(call)).catch(() => undefined);
  }

  async load(address: string): Promise<void> {
    const page = await this.page;
    this.#wanted = address;
    await page.goto(address, { waitUntil: "load" });
  }

  async #open(preload: string | undefined): Promise<Page> {
    const context = await getContext();
    const unused = context.pages().find((page) => page.url() === "about:blank");
    const page = unused ?? (await context.newPage());
    this.#main = this.#nameFrame(page.mainFrame());
    await page.exposeBinding(sendName, ({ frame }, channel: string, ...values: unknown[]) => {
      ipcMain.emit(channel, { sender: this, senderFrame: this.#nameFrame(frame) }, ...values);
    });
    if (preload !== undefined) await page.addInitScript({ content: writePreloadScript(preload) });
    await page.route("**/*", (route) => this.#answer(route, page));
    page.on("popup", (popup) => {
      if (this.#openHandler({ url: fromShown(popup.url()) }).action === "deny") void popup.close();
    });
    page.on("dialog", (dialog) => void this.#answerDialog(dialog));
    page.on("crash", () => this.emit("render-process-gone", {}, { reason: "crashed" }));
    return page;
  }

  /** As Electron: a page that holds on to its window stays, unless the main process prevents that. */
  async #answerDialog(dialog: Dialog): Promise<void> {
    const event = new LeavingDouble();
    if (dialog.type() === "beforeunload") this.emit("will-prevent-unload", event);
    await (event.defaultPrevented ? dialog.accept() : dialog.dismiss()).catch(() => undefined);
  }

  #nameFrame(frame: Frame): FrameDouble {
    const named = this.#frames.get(frame) ?? new FrameDouble(frame);
    this.#frames.set(frame, named);
    return named;
  }

  async #answer(route: Route, page: Page): Promise<void> {
    const request = route.request();
    if (request.isNavigationRequest() && !this.#mayNavigate(request.url(), request.frame() === page.mainFrame())) {
      await route.abort("aborted");
      return;
    }
    if (this.session.webRequest.isCancelled(fromShown(request.url()))) {
      await route.abort("blockedbyclient");
      return;
    }
    const answer = await this.session.protocol.answer(request.url(), request.method());
    // Only what a handler answers can be reached: a test must not touch a network.
    if (answer === null) await route.abort("addressunreachable");
    else {
      const headers = Object.fromEntries(answer.headers.entries());
      await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
    }
  }

  #mayNavigate(shown: string, isMainFrame: boolean): boolean {
    const details = new NavigationDouble(fromShown(shown), isMainFrame);
    if (isMainFrame && this.#wanted === shown) this.#wanted = null;
    else {
      if (isMainFrame) this.emit("will-navigate", details);
      this.emit("will-frame-navigate", details);
    }
    if (!details.defaultPrevented) this.emit("did-start-navigation", details);
    return !details.defaultPrevented;
  }
}

class LeavingDouble {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

class NavigationDouble extends LeavingDouble {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isSameDocument = false;

  constructor(url: string, isMainFrame: boolean) {
    super();
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
}

class FrameDouble {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  get origin(): string {
    return findOrigin(this.#frame.url());
  }
}
