// An open entry of the journal, on a terminal that answers again: finish, roll back, or say exactly what to do.
//
//   inspect --nothing there: restarted, or finished------------------------.
//      |  \--another push holds it--> terminal-busy, the entry stays open   \
//      |---kept, restored------------------------------------------------> read --as wanted--> [confirmed]
//      |---between two files--> [confirming] complete --------------------> read --as before--> [rolled-back]
//      \---anything else--> [rolling-back] roll back --------------------> read --neither--> [unknown], and what to do
//
// Only what is read back is believed; what the terminal's folder says decides what is tried.
import type { Reading, Standing } from "../dialects/dialect.ts";
import type { Task } from "../dialects/task.ts";
import { FailureError, makeFailure } from "../failures/failure.ts";
import type { Plan } from "../plans/plan.ts";
import { endKnown, endUnknown, note, type Pushed, type Settling } from "./end-push.ts";
import type { PushJournal, PushState } from "./journal.ts";
import { explainMixture } from "./explain-mixture.ts";
import { findMissing, matchesBefore } from "./verify-fields.ts";

/** A push whose journal does not say `confirmed`, `rolled-back` or `refused`. */
export interface OpenEntry {
  readonly id: string;
  readonly plan: Plan;
  /** The reading that the plan was made from. */
  readonly before: Reading;
  readonly state: PushState;
  /** What `arm` had kept here. */
  readonly wayBack: string | null;
  /** Whether the journal's last word on it was that it is to last. */
  readonly isDecided: boolean;
}

export interface ResumeRequest {
  readonly session: Settling["session"];
  readonly entry: OpenEntry;
  readonly journal: PushJournal;
}

interface Resumed extends Settling {
  readonly before: Reading;
}

/** Throws when the line is lost or the terminal cannot be read: the entry stays as it is. */
export async function resume({ session, entry, journal }: ResumeRequest, task: Task): Promise<Pushed> {
  const { id, plan, before, wayBack, isDecided } = entry;
  const resumed: Resumed = { session, id, plan, before, journal };
  const found = await session.inspect(task, { id, wayBack, isDecided });
  if (!found.ok) throw new FailureError(found.failure);
  const standing = found.value;
  if (standing !== null && standing.id !== id && isActive(standing)) {
    const code = standing.isHeld ? "terminal-busy" : "push-unsettled";
    return endUnknown(resumed, makeFailure(code, { id: standing.id ?? "" }));
  }
  const isOwn = standing?.id === id;
  if (isOwn && standing.phase === "between") await complete(resumed, task);
  else if (isOwn && standing.phase !== "kept" && standing.phase !== "restored") await goBack(resumed, task);
  const after = await read(resumed, task);
  // The terminal says that it lasts, and what is read says that it does not.
  const isLost = isOwn && standing.phase === "kept" && findMissing(plan.changes, { before, after }) !== null;
  if (!isLost) return judge(resumed, after, task);
  await goBack(resumed, task);
  return judge(resumed, await read(resumed, task), task);
}

/** Whether what it left may still be changed, or has to be taken back. */
function isActive({ phase, isHeld }: Standing): boolean {
  return isHeld || ["armed", "fired", "failed", "confirmed", "between"].includes(phase);
}

async function complete({ session, id, journal }: Resumed, task: Task): Promise<void> {
  const unwritable = await note(journal, "confirming", "between");
  if (unwritable) throw new FailureError(unwritable);
  await session.complete(id, task);
}

async function goBack({ session, id, journal }: Resumed, task: Task): Promise<void> {
  const unwritable = await note(journal, "rolling-back", "resumed");
  if (unwritable) throw new FailureError(unwritable);
  await session.rollBack(id, task);
}

async function read({ session }: Resumed, task: Task): Promise<Reading> {
  const after = await session.read(task);
  if (!after.ok) throw new FailureError(after.failure);
  return after.value;
}

async function judge(resumed: Resumed, after: Reading, task: Task): Promise<Pushed> {
  const { before, plan } = resumed;
  if (findMissing(plan.changes, { before, after }) === null) {
    return endKnown(resumed, { state: "confirmed", why: null, after }, task);
  }
  if (matchesBefore(plan.changes, { before, after })) {
    return endKnown(resumed, { state: "rolled-back", why: "resumed", after }, task);
  }
  return endUnknown(resumed, explainMixture(plan.changes, before, after));
}
