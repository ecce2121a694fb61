// The commands of the console. A line has one owner: a console on a free port types, one on a session's port only watches,
// and no session begins on a port that a console has. So nothing that is typed gets between a read or a push.
import { randomUUID } from "node:crypto";
import type { Handlers } from "../../contract/server.ts";
import type { OpenPort } from "../../core/bytes/byte-port.ts";
import type { Clock } from "../../core/bytes/surroundings.ts";
import { guardPort } from "../../core/dialects/forbidden.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, succeed } from "../../core/failures/result.ts";
import type { Sessions } from "../sessions.ts";
import { ConsoleLine } from "./console-line.ts";

export interface ConsoleParts {
  readonly openPort: OpenPort;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly isAllowed: boolean;
}

type ConsoleCommand = "console.open" | "console.hear" | "console.type" | "console.close";

/** Milliseconds after which a console that nobody hears is closed. */
const unheard = 30_000;

interface Open {
  readonly port: string;
  readonly line: ConsoleLine;
  lastHeard: number;
  /** Ends the watch over it, which would keep a process that ends waiting. */
  readonly gone: AbortController;
}

export class Consoles {
  readonly #parts: ConsoleParts;
  readonly #open = new Map<string, Open>();

  constructor(parts: ConsoleParts) {
    this.#parts = parts;
  }

  /** Whether a console types on this port. */
  holds(port: string): boolean {
    return [...this.#open.values()].some((open) => open.line.isTyping && open.port === port);
  }

  get handlers(): Pick<Handlers, ConsoleCommand> {
    return {
      "console.open": async ({ port, line }, { signal }) => {
        const { isAllowed, sessions, clock, openPort } = this.#parts;
        if (!isAllowed) return fail(makeFailure("console-off"));
        if (this.holds(port)) return fail(makeFailure("console-holds", { port }));
        const watched = sessions.findLine(port);
        const opened = watched === null ? await openPort(port, line, signal) : succeed(watched);
        if (!opened.ok) return opened;
        const name = randomUUID();
        const isTyping = watched === null;
        const console = new ConsoleLine(isTyping ? guardPort(opened.value) : opened.value, isTyping, clock);
        this.#open.set(name, { port, line: console, lastHeard: clock.now(), gone: new AbortController() });
        void this.#watch(name);
        return succeed({ console: name, typing: isTyping });
      },
      "console.hear": async ({ console: name }, { signal }) => {
        const open = this.#open.get(name);
        if (open === undefined) return fail(makeFailure("session-unknown"));
        // Who hears goes away without a word when its window does.
        const onAbort = (): void => void this.#close(name);
        signal.addEventListener("abort", onAbort, { once: true });
        const heard = await open.line.hear(signal).finally(() => signal.removeEventListener("abort", onAbort));
        open.lastHeard = this.#parts.clock.now();
        if (heard.ended) await this.#close(name);
        return succeed(heard);
      },
      "console.type": async ({ console: name, text }) => {
        const open = this.#open.get(name);
        return open === undefined ? fail(makeFailure("session-unknown")) : open.line.type(text);
      },
      "console.close": async ({ console: name }) => {
        await this.#close(name);
        return succeed({});
      },
    };
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((name) => this.#close(name)));
  }

  async #close(name: string): Promise<void> {
    const open = this.#open.get(name);
    this.#open.delete(name);
    open?.gone.abort();
    await open?.line.close();
  }

  async #watch(name: string): Promise<void> {
    const { clock } = this.#parts;
    for (let open = this.#open.get(name); open !== undefined; open = this.#open.get(name)) {
      const left = open.lastHeard + unheard - clock.now();
      if (left <= 0) return this.#close(name);
      await clock.delay(left + 1, open.gone.signal).catch(() => undefined);
    }
  }
}
