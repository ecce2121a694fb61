// How a push ends: what is known of each field, what the journal says, and what becomes of the way back.
import type { DialectSession, Reading } from "../dialects/dialect.ts";
import type { Task } from "../dialects/task.ts";
import type { TestResult } from "../dialects/terminal-test.ts";
import { type Failure, FailureError, makeFailure } from "../failures/failure.ts";
import type { Plan } from "../plans/plan.ts";
import type { PushJournal, PushState } from "./journal.ts";
import type { FieldVerdict, PushOutcome } from "./outcome.ts";
import { verifyFields } from "./verify-fields.ts";

export interface Pushed {
  readonly outcome: PushOutcome;
  readonly fields: readonly FieldVerdict[];
  /** Why, when the outcome is not what was asked for. */
  readonly failure: Failure | null;
  /** Those that were carried out, in their order. */
  readonly tests: readonly TestResult[];
}

/** What a push and its settling after an interruption share. */
export interface Settling {
  readonly session: DialectSession;
  readonly id: string;
  readonly plan: Plan;
  readonly journal: PushJournal;
}

/** Null, or why the journal could not be written: what it should have said must then not be done. */
export async function note(journal: PushJournal, state: PushState, why: string | null): Promise<Failure | null> {
  try {
    await journal.record({ state, why });
    return null;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    const reason = error instanceof Error ? error.message.slice(0, 200) : "?";
    return makeFailure("records-unwritable", { reason });
  }
}

/** What was read back says how it ended; the way back is forgotten only when the journal knows. */
export async function endKnown(
  { session, id, plan, journal }: Settling,
  ending: { readonly state: "confirmed" | "rolled-back"; readonly why: string | null; readonly after: Reading },
  task: Task,
): Promise<Pushed> {
  const { state, why, after } = ending;
  const unwritten = await note(journal, state, why);
  if (!unwritten) await finishQuietly(session, id, task);
  const fields = verifyFields(plan.changes, after);
  const failure = why === null ? unwritten : makeFailure("push-rolled-back", { step: why });
  return { outcome: state, fields, failure, tests: [] };
}

export async function endRefused(
  { plan, journal }: Omit<Settling, "session" | "id">,
  failure: Failure,
): Promise<Pushed> {
  // Nothing was changed, whether or not the journal can still say so.
  await note(journal, "refused", failure.code);
  return refuse(plan, failure);
}

export function refuse(plan: Plan, failure: Failure): Pushed {
  return { outcome: "refused", fields: judgeAll(plan, "not-applied", false), failure, tests: [] };
}

/** `failure` says what is known, and what to do. */
export async function endUnknown(
  { plan, journal }: Omit<Settling, "session" | "id">,
  failure: Failure,
): Promise<Pushed> {
  await note(journal, "unknown", failure.code);
  return { outcome: "unknown", fields: judgeAll(plan, "unknown", null), failure, tests: [] };
}

function judgeAll(plan: Plan, verdict: FieldVerdict["verdict"], persisted: boolean | null): readonly FieldVerdict[] {
  return plan.changes.map(({ interface: name, field }) => ({ interface: name, field, verdict, persisted }));
}

/** What was read back stands, whether or not the terminal still hears that there is no way back any more. */
async function finishQuietly(session: DialectSession, id: string, task: Task): Promise<void> {
  try {
    await session.finish(id, task);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
  }
}
