// A push: one plan on one terminal, and what became of it.
//
//   rules --error left, no override--> refused
//      |
//   read again --changed since--> refused (plan-stale)
//      |
//    write -----nothing touched--> refused
//      |    \---terminal put it back--> read back -> rolled-back | unknown
//      v
//   read back --all applied--> finish -> confirmed
//      |
//      \---something else--> undo -> read back -> rolled-back | unknown
//
// From the first byte of `write` on, a person's "stop" no longer interrupts: it lets the terminal finish and then takes
// the change back, so that stopping also ends in a known state. Only a lost line ends in `unknown`.
import type { DialectSession, Reading, Task } from "../dialects/dialect.ts";
import { type Failure, FailureError, makeFailure } from "../failures/failure.ts";
import type { Plan } from "../plans/plan.ts";
import { matchesBefore, verifyFields } from "./verify-fields.ts";
import type { FieldVerdict, PushOutcome } from "./outcome.ts";

export interface PushRequest {
  readonly session: DialectSession;
  readonly plan: Plan;
  /** Whether what was read just now is still what the plan was made from. */
  readonly isFresh: (reading: Reading) => boolean;
  /** Push although the rules refuse what it leads to. */
  readonly override: boolean;
}

export interface Pushed {
  readonly outcome: PushOutcome;
  readonly fields: readonly FieldVerdict[];
  /** Why, when the outcome is not what was asked for. */
  readonly failure: Failure | null;
}

export async function push(request: PushRequest, task: Task): Promise<Pushed> {
  const { session, plan } = request;
  if (plan.changes.length === 0) return { outcome: "unchanged", fields: [], failure: null };
  if (plan.refusedBy.length > 0 && !request.override) {
    return refuse(plan, makeFailure("rules-refuse", { rule: plan.refusedBy.join(", ") }));
  }
  const before = await session.read(task);
  if (!before.ok) throw new FailureError(before.failure);
  if (!request.isFresh(before.value)) return refuse(plan, makeFailure("plan-stale"));
  if (task.signal.aborted) throw new FailureError(makeFailure("cancelled"));
  const held: Task = { ...task, signal: new AbortController().signal };
  try {
    return await writeAndVerify(request, before.value, { held, wish: task.signal });
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return leaveUnknown(plan, error.failure);
  }
}

interface Signals {
  /** The task that goes on although the person stopped. */
  readonly held: Task;
  /** Whether the person stopped. */
  readonly wish: AbortSignal;
}

async function writeAndVerify(request: PushRequest, before: Reading, { held, wish }: Signals): Promise<Pushed> {
  const { session, plan } = request;
  const written = await session.write(plan.changes, held);
  if (!written.ok && isBeforeWriting(written.failure)) return refuse(plan, written.failure);
  const step = written.ok && written.value.kind !== "written" ? `${written.value.step}: ${written.value.reason}` : "";
  if (written.ok && written.value.kind === "restored") return confirmRollback(request, before, { held, step });
  held.onStage("verifying");
  const after = await session.read(held);
  if (!after.ok) return leaveUnknown(plan, after.failure);
  const fields = verifyFields(plan.changes, after.value);
  const wrong = fields.find(({ verdict }) => verdict !== "applied");
  if (!wrong && !wish.aborted) {
    await finishQuietly(session, held);
    return { outcome: "confirmed", fields, failure: null };
  }
  const why = wish.aborted ? makeFailure("cancelled").message.en : `${wrong?.interface}.${wrong?.field}`;
  await session.undo(held);
  return confirmRollback(request, before, { held, step: why });
}

/** What was read back stands, whether or not the terminal still hears that nothing will be undone. */
async function finishQuietly(session: DialectSession, task: Task): Promise<void> {
  try {
    await session.finish(task);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
  }
}

async function confirmRollback(
  { session, plan }: PushRequest,
  before: Reading,
  { held, step }: { readonly held: Task; readonly step: string },
): Promise<Pushed> {
  const after = await session.read(held);
  if (!after.ok) return leaveUnknown(plan, after.failure);
  const names = new Set(plan.changes.map((change) => change.interface));
  if (!matchesBefore(before, after.value, names)) return leaveUnknown(plan, makeFailure("state-unknown"));
  const fields = verifyFields(plan.changes, after.value);
  return { outcome: "rolled-back", fields, failure: makeFailure("push-rolled-back", { step }) };
}

function refuse(plan: Plan, failure: Failure): Pushed {
  const fields = plan.changes.map(({ interface: name, field }) => ({
    interface: name,
    field,
    verdict: "not-applied" as const,
    persisted: false,
  }));
  return { outcome: "refused", fields, failure };
}

function leaveUnknown(plan: Plan, cause: Failure): Pushed {
  const fields = plan.changes.map(({ interface: name, field }) => ({
    interface: name,
    field,
    verdict: "unknown" as const,
    persisted: null,
  }));
  return { outcome: "unknown", fields, failure: makeFailure("state-unknown", { cause: cause.code }) };
}

/** Failures that `write` gives before it changes anything. */
function isBeforeWriting({ code }: Failure): boolean {
  const early: readonly Failure["code"][] = [
    "plan-stale",
    "terminal-busy",
    "not-root",
    "tools-missing",
    "not-writable",
    "unknown-interface",
    "unusable-value",
    "value-refused",
    "internal",
  ];
  return early.includes(code);
}
