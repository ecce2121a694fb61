// The viewer of logs is loaded when the window first asks for it: most sessions never do.
import type { CommandName, Input } from "../../contract/commands.ts";
import { openedLogCommands } from "../../contract/opened-logs.ts";
import type { Call, Handlers } from "../../contract/server.ts";
import type { LogPlaces, OpenedLogs } from "./opened-logs.ts";

export type { LogPlaces } from "./opened-logs.ts";

type LogHandlers = Pick<Handlers, keyof typeof openedLogCommands>;

export class LazyLogs {
  readonly #places: LogPlaces;
  #logs: Promise<OpenedLogs> | null = null;

  constructor(places: LogPlaces) {
    this.#places = places;
  }

  answer(): LogHandlers {
    const handlers = Object.keys(openedLogCommands).map((name) => [
      name,
      async (input: Input<CommandName>, call: Call) => {
        const logs = (await this.#load()).answer() as Readonly<Record<string, (input: unknown, call: Call) => unknown>>;
        return logs[name]?.(input, call);
      },
    ]);
    // Each name of the table leads to the handler of that name.
    return Object.fromEntries(handlers) as LogHandlers;
  }

  async close(): Promise<void> {
    await (await this.#logs)?.close();
  }

  #load(): Promise<OpenedLogs> {
    this.#logs ??= import("./opened-logs.ts").then(({ OpenedLogs: Logs }) => new Logs(this.#places));
    return this.#logs;
  }
}
