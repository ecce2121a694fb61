// The answering side of a link. Inputs are validated by the command's schema before a handler sees them; a handler
// that throws answers `internal` (or the failure that it threw), never a stack.
import { type Failure, FailureError, makeFailure } from "../core/failures/failure.ts";
import type { Result } from "../core/failures/result.ts";
import { allCommands, isCommand } from "./all-commands.ts";
import type { CommandName, Input, Output } from "./commands.ts";
import { contractVersion, type Message, messageSchema } from "./envelope.ts";
import type { EventData, EventName } from "./events.ts";
import type { Link } from "./link.ts";

export type Emit = <Name extends EventName>(event: Name, data: EventData<Name>) => void;

export interface Call {
  /** Aborted when the asking side cancels or its link closes. */
  readonly signal: AbortSignal;
  readonly emit: Emit;
}

/** A missing handler does not compile. */
export type Handlers = {
  readonly [Name in CommandName]: (input: Input<Name>, call: Call) => Promise<Result<Output<Name>>>;
};

/** Requests under way at once on one link; more are a fault of the asking side. */
const mostRequests = 64;

/** Answers until the link closes. */
export function serve(link: Link, handlers: Handlers): void {
  const running = new Map<number, AbortController>();
  const send = (message: Message): void => link.send(message);
  const emit: Emit = (event, data) => send({ type: "event", event, data });

  link.onClose(() => {
    for (const controller of running.values()) controller.abort();
  });
  link.onMessage((raw) => {
    const parsed = messageSchema.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.type === "cancel") running.get(message.id)?.abort();
    if (message.type !== "request" || running.has(message.id)) return;
    const { id, command, input } = message;
    if (running.size >= mostRequests) {
      send({ type: "reply", id, ok: false, failure: makeFailure("session-busy") });
      return;
    }
    const controller = new AbortController();
    running.set(id, controller);
    void answer({ command, input }, handlers, { signal: controller.signal, emit }).then((result) => {
      running.delete(id);
      send(
        result.ok
          ? { type: "reply", id, ok: true, output: result.value }
          : { type: "reply", id, ok: false, failure: result.failure },
      );
    });
  });
  send({ type: "hello", version: contractVersion });
}

type Answer = Result<unknown>;

async function answer(
  { command, input }: { command: string; input: unknown },
  handlers: Handlers,
  call: Call,
): Promise<Answer> {
  if (!isCommand(command)) return refuse(command, "no such command");
  const parsed = allCommands[command].input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(`${command} ${issue?.path.join(".") ?? ""}`.trim(), issue?.message ?? "?");
  }
  try {
    // The schema and the handler are looked up by the same name.
    const handler = handlers[command] as (input: unknown, call: Call) => Promise<Answer>;
    return await handler(parsed.data, call);
  } catch (error) {
    return { ok: false, failure: nameError(error) };
  }
}

function refuse(where: string, reason: string): Answer {
  return { ok: false, failure: makeFailure("input-invalid", { where, reason }) };
}

function nameError(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return makeFailure("internal", { reason: error instanceof Error ? error.name : "unknown" });
}
