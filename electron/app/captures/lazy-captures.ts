// Captures and files are loaded when they are first asked for: most sessions never do.
import { captureCommands } from "../../contract/captures.ts";
import type { CommandName, Input } from "../../contract/commands.ts";
import type { Call, Handlers } from "../../contract/server.ts";
import { fileCommands } from "../../contract/terminal-files.ts";
import type { Clock } from "../../core/bytes/surroundings.ts";
import type { Sessions } from "../sessions.ts";
import type { CaptureStore } from "./capture-store.ts";

export type CaptureHandlers = Pick<Handlers, keyof typeof captureCommands | keyof typeof fileCommands>;

export interface CaptureParts {
  readonly sessions: Sessions;
  readonly folder: string;
  readonly clock: Clock;
  readonly opensPaths: boolean;
}

interface Loaded {
  readonly store: CaptureStore;
  readonly handlers: CaptureHandlers;
}

export class LazyCaptures {
  readonly #parts: CaptureParts;
  #loaded: Promise<Loaded> | null = null;

  constructor(parts: CaptureParts) {
    this.#parts = parts;
  }

  answer(): CaptureHandlers {
    const names = [...Object.keys(captureCommands), ...Object.keys(fileCommands)];
    const handlers = names.map((name) => [
      name,
      async (input: Input<CommandName>, call: Call) => {
        const { handlers: all } = await this.#open();
        return (all as Readonly<Record<string, (input: unknown, call: Call) => unknown>>)[name]?.(input, call);
      },
    ]);
    // Each name of the tables leads to the handler of that name.
    return Object.fromEntries(handlers) as CaptureHandlers;
  }

  /** The files of a capture; null: there is none of that id. */
  async findFiles(id: string): Promise<readonly string[] | null> {
    const found = (await this.#open()).store.find(id);
    return found.ok && found.value !== null ? found.value.parts.map(({ path }) => path) : null;
  }

  async close(): Promise<void> {
    (await this.#loaded)?.store.close();
  }

  #open(): Promise<Loaded> {
    return (this.#loaded ??= this.#load());
  }

  async #load(): Promise<Loaded> {
    const { sessions, folder, clock, opensPaths } = this.#parts;
    const [{ answerCaptures }, { CaptureStore: Store }] = await Promise.all([
      import("./answer-captures.ts"),
      import("./capture-store.ts"),
    ]);
    const store = new Store({ folder, wallTime: () => clock.wallTime() });
    return { store, handlers: answerCaptures({ sessions, store, clock, opensPaths }) };
  }
}
