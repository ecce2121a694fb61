// One terminal on one slot, from its port on: connected, worked on, and the port let go.
//
//   connect -> work: read, claim its row, push, finish the row (terminal-work.ts)
//      ^         \-- its row names another description: connect with that one, once
//   the description, where the row is known before: row-profile.ts
//
// The answer says what becomes of the slot; what becomes of the row is told by the work itself.
import type { Emit } from "../../contract/server.ts";
import { defaultLine } from "../../core/bytes/byte-port.ts";
import type { Stage } from "../../core/dialects/task.ts";
import { type Failure, FailureError, makeFailure } from "../../core/failures/failure.ts";
import { fail } from "../../core/failures/result.ts";
import { connectTerminal } from "../connect-terminal.ts";
import { expectProfile } from "./row-profile.ts";
import type { RunContext } from "./run-parts.ts";
import { showStage, type SlotHandle } from "./slot-handle.ts";
import { type Speech, TerminalWork } from "./terminal-work.ts";

export type SetOutcome =
  /** `planned`: in a dry run, what would have been set. */
  | { readonly kind: "done"; readonly outcome: "confirmed" | "unchanged" | "planned" }
  | { readonly kind: "failed"; readonly failure: Failure };

export async function setTerminal(context: RunContext, handle: SlotHandle): Promise<SetOutcome> {
  const first = await speakTo(context, handle, { profile: await expectProfile(context, handle), met: null });
  if (first.kind !== "otherwise") return first;
  const second = await speakTo(context, handle, first);
  return second.kind === "otherwise"
    ? { kind: "failed", failure: makeFailure("internal", { reason: "profile" }) }
    : second;
}

async function speakTo(
  context: RunContext,
  handle: SlotHandle,
  speech: Speech,
): Promise<SetOutcome | ({ readonly kind: "otherwise" } & Speech)> {
  const { parts, signal } = context;
  handle.show({ state: "working", waitsFor: null, step: "recognising", failure: null, outcome: null });
  const connected = await connect(context, handle, speech.profile);
  if (!connected.ok) return failed(await leaveMet(speech, connected.failure));
  const { session } = connected.value;
  try {
    const set = await parts.sessions.use(session, async (open) => {
      const task = { signal, onStage: (stage: Stage) => showStage(handle, stage) };
      const work = new TerminalWork({ context, handle, open, task, speech });
      const came = await work.run();
      return came.ok || work.hasClaimed ? came : fail(await leaveMet(speech, came.failure));
    });
    if (!set.ok) return failed(set.failure);
    return typeof set.value === "string" ? { kind: "done", outcome: set.value } : { kind: "otherwise", ...set.value };
  } catch (error) {
    // One failing terminal never stops the others.
    return failed(error instanceof FailureError ? error.failure : makeFailure("internal", { reason: "provisioning" }));
  } finally {
    await parts.sessions.close(session);
  }
}

function failed(failure: Failure): SetOutcome {
  return { kind: "failed", failure };
}

/** Whoever was spoken to before has a row, which cannot stay as it is. */
async function leaveMet({ profile, met }: Speech, failure: Failure): Promise<Failure> {
  if (met === null) return failure;
  const why = unheard.includes(failure.code)
    ? makeFailure("description-unfit", { serialNumber: met.serialNumber, profile: profile ?? "-" })
    : failure;
  return met.leaveUnset(why);
}

/** It answered a moment ago, in another way. */
const unheard: readonly Failure["code"][] = ["no-answer", "family-unknown", "line-garbled"];

function connect({ parts, terms, signal }: RunContext, handle: SlotHandle, profile: string | null) {
  const emit: Emit = (event, data) => {
    if (event === "stage" && "stage" in data) showStage(handle, data.stage as Stage);
  };
  const { login, become, becomePassword, timeoutSeconds, baudRate } = terms;
  const line = { ...defaultLine, baudRate };
  // A description names its family itself.
  const family = profile === null ? terms.family : null;
  const wanted = { port: handle.port, line, family, profile, login, become, becomePassword, timeoutSeconds };
  return connectTerminal(parts, wanted, { signal, emit });
}
