// The sessions that each page opened. A page that reloads finds them again; those of a page that is gone are closed after a
// while, so that its terminals are free for others.
import type { Handlers } from "../contract/server.ts";

/** Milliseconds that a reload may take. */
const grace = 10_000;

interface Page {
  readonly sessions: Set<string>;
  present: boolean;
  leaving: NodeJS.Timeout | null;
}

export class PageSessions {
  readonly #handlers: Handlers;
  readonly #grace: number;
  readonly #pages = new Map<string, Page>();

  constructor(handlers: Handlers, milliseconds: number = grace) {
    this.#handlers = handlers;
    this.#grace = milliseconds;
  }

  /** The handlers for a page that has just connected, by whatever tells it from others. */
  enter(name: string): Handlers {
    const page = this.#pages.get(name) ?? { sessions: new Set(), present: true, leaving: null };
    this.#pages.set(name, page);
    if (page.leaving) clearTimeout(page.leaving);
    page.leaving = null;
    page.present = true;
    return {
      ...this.#handlers,
      "terminal.connect": async (input, call) => {
        const connected = await this.#handlers["terminal.connect"](input, call);
        if (connected.ok) page.sessions.add(connected.value.session);
        // The page went while the terminal was still being woken.
        if (!page.present && !page.leaving) this.#release(name);
        return connected;
      },
      "terminal.close": (input, call) => {
        page.sessions.delete(input.session);
        return this.#handlers["terminal.close"](input, call);
      },
    };
  }

  leave(name: string): void {
    const page = this.#pages.get(name);
    if (!page) return;
    page.present = false;
    if (page.leaving) clearTimeout(page.leaving);
    page.leaving = setTimeout(() => {
      page.leaving = null;
      this.#release(name);
    }, this.#grace);
    page.leaving.unref();
  }

  #release(name: string): void {
    const page = this.#pages.get(name);
    const call = { signal: AbortSignal.timeout(this.#grace), emit: () => undefined };
    for (const session of page?.sessions ?? []) {
      page?.sessions.delete(session);
      // Whoever could hear of a failure is gone.
      this.#handlers["terminal.close"]({ session }, call).catch(() => undefined);
    }
  }
}
