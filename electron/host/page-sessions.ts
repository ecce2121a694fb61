// The sessions that each page opened. A page that reloads finds them again; those of a page that is gone are closed after a
// while, so that its terminals are free for others.
import type { Message } from "../contract/envelope.ts";
import type { Link } from "../contract/link.ts";
import { type Emit, type Handlers, serve } from "../contract/server.ts";

/** Milliseconds that a reload may take. */
const grace = 10_000;

interface Page {
  readonly sessions: Set<string>;
  /** Its links; a page that reloads can have two for a moment. */
  links: number;
  leaving: NodeJS.Timeout | null;
  /** Tells the page on its latest link: what a session says later must reach the page as it is loaded then. */
  emit: Emit;
}

export class PageSessions {
  readonly #handlers: Handlers;
  readonly #grace: number;
  readonly #pages = new Map<string, Page>();

  constructor(handlers: Handlers, milliseconds: number = grace) {
    this.#handlers = handlers;
    this.#grace = milliseconds;
  }

  /** Answers a page on its link until that closes; `name` tells it from other pages. */
  receive(link: Link, name: string): void {
    const emit: Emit = (event, data) => link.send({ type: "event", event, data } satisfies Message);
    const page = this.#pages.get(name) ?? { sessions: new Set(), links: 0, leaving: null, emit };
    page.emit = emit;
    this.#pages.set(name, page);
    if (page.leaving) clearTimeout(page.leaving);
    page.leaving = null;
    page.links += 1;
    link.onClose(() => this.#leave(page));
    serve(link, this.#watch(page));
  }

  #watch(page: Page): Handlers {
    return {
      ...this.#handlers,
      "terminal.connect": async (input, call) => {
        const emit: Emit = (event, data) => page.emit(event, data);
        const connected = await this.#handlers["terminal.connect"](input, { ...call, emit });
        if (connected.ok) page.sessions.add(connected.value.session);
        // The page went while the terminal was still being woken.
        if (page.links === 0 && !page.leaving) this.#release(page);
        return connected;
      },
      "terminal.close": (input, call) => {
        page.sessions.delete(input.session);
        return this.#handlers["terminal.close"](input, call);
      },
    };
  }

  #leave(page: Page): void {
    page.links -= 1;
    if (page.links > 0) return;
    page.leaving = setTimeout(() => {
      page.leaving = null;
      this.#release(page);
    }, this.#grace);
    page.leaving.unref();
  }

  #release(page: Page): void {
    const call = { signal: AbortSignal.timeout(this.#grace), emit: () => undefined };
    for (const session of page.sessions) {
      page.sessions.delete(session);
      // Whoever could hear of a failure is gone.
      this.#handlers["terminal.close"]({ session }, call).catch(() => undefined);
    }
  }
}
