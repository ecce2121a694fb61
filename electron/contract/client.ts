// The asking side of a link. Replies are validated by the command's output schema before anybody sees them.
import { type Failure, makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { type Asked, type CommandName, type Commands, commands, type Output } from "./commands.ts";
import { contractVersion, type Message, messageSchema } from "./envelope.ts";
import { type EventData, type EventName, events } from "./events.ts";
import type { Link } from "./link.ts";

export interface Client {
  /** Never rejects: what went wrong is the result's failure; an aborted signal cancels and gives `cancelled`. */
  readonly call: <Name extends CommandName>(
    command: Name,
    input: Asked<Name>,
    signal?: AbortSignal,
  ) => Promise<Result<Output<Name>>>;
  readonly on: <Name extends EventName>(event: Name, listener: (data: EventData<Name>) => void) => () => void;
  readonly close: () => void;
}

export function createClient(link: Link): Client {
  const client = new LinkClient(link);
  return {
    call: (command, input, signal) => client.call(command, input, signal),
    on: (event, listener) => client.on(event, listener),
    close: () => link.close(),
  };
}

/** The window loads the schemas of its later parts with them. */
async function findCommand<Name extends CommandName>(name: Name): Promise<Commands[Name]> {
  if (Object.hasOwn(commands, name)) return (commands as Commands)[name];
  const { allCommands } = await import("./all-commands.ts");
  return allCommands[name];
}

type Settle = (result: Result<unknown>) => void;

class LinkClient {
  readonly #link: Link;
  readonly #pending = new Map<number, Settle>();
  readonly #listeners = new Map<EventName, Set<(data: never) => void>>();
  #nextId = 0;
  #ended: Failure | null = null;

  constructor(link: Link) {
    this.#link = link;
    link.onMessage((message) => this.#receive(message));
    link.onClose(() => this.#end(makeFailure("link-closed")));
    link.send({ type: "hello", version: contractVersion } satisfies Message);
  }

  async call<Name extends CommandName>(
    command: Name,
    input: Asked<Name>,
    signal?: AbortSignal,
  ): Promise<Result<Output<Name>>> {
    if (this.#ended) return fail(this.#ended);
    if (signal?.aborted) return fail(makeFailure("cancelled"));
    const id = this.#nextId++;
    const onAbort = (): void => this.#link.send({ type: "cancel", id } satisfies Message);
    const replied = new Promise<Result<unknown>>((resolve) => this.#pending.set(id, resolve));
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#link.send({ type: "request", id, command, input } satisfies Message);
    const result = await replied;
    signal?.removeEventListener("abort", onAbort);
    if (!result.ok) return result;
    const output = (await findCommand(command)).output.safeParse(result.value);
    if (!output.success)
      return fail(makeFailure("internal", { reason: `${command}: ${output.error.issues[0]?.message ?? "?"}` }));
    // The schema looked up by the name is the one that `Output<Name>` is inferred from.
    return succeed(output.data as Output<Name>);
  }

  on<Name extends EventName>(event: Name, listener: (data: EventData<Name>) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  #receive(raw: unknown): void {
    const parsed = messageSchema.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.type === "hello" && message.version !== contractVersion) {
      this.#end(makeFailure("version-mismatch", { ours: contractVersion, theirs: message.version }));
    } else if (message.type === "reply") {
      this.#pending.get(message.id)?.(message.ok ? succeed(message.output) : fail(message.failure));
      this.#pending.delete(message.id);
    } else if (message.type === "event") this.#emit(message.event, message.data);
  }

  #emit(name: string, data: unknown): void {
    const event = (Object.keys(events) as EventName[]).find((each) => each === name);
    const parsed = event === undefined ? null : events[event].safeParse(data);
    if (event === undefined || !parsed?.success) return;
    for (const listener of this.#listeners.get(event) ?? []) listener(parsed.data as never);
  }

  #end(failure: Failure): void {
    this.#ended ??= failure;
    for (const settle of this.#pending.values()) settle(fail(failure));
    this.#pending.clear();
  }
}
