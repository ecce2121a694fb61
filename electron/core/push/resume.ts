// An open entry of the journal on a terminal that answers again -> a settled one. Only what is read back is believed.
//
//   read --all new, and kept--> finish -> confirmed        only when it was being confirmed: before, nothing was kept
//    | \--all old-------------> finish -> rolled-back
//    |
//   roll back -> read --all old--> finish -> rolled-back
//                  \--else------> unknown: a person has to look
import type { DialectSession, Reading, Task } from "../dialects/dialect.ts";
import { FailureError, makeFailure } from "../failures/failure.ts";
import type { Plan } from "../plans/plan.ts";
import type { PushJournal, PushState } from "./journal.ts";
import type { Pushed } from "./push.ts";
import { matchesBefore, verifyFields } from "./verify-fields.ts";

export interface ResumeRequest {
  readonly session: DialectSession;
  readonly entry: {
    readonly id: string;
    readonly plan: Plan;
    readonly before: Reading;
    readonly state: PushState;
  };
  readonly journal: PushJournal;
}

export async function resume({ session, entry, journal }: ResumeRequest, task: Task): Promise<Pushed> {
  const { plan, before, state } = entry;
  const names = new Set(plan.changes.map((change) => change.interface));
  const first = await readOrThrow(session, task);
  const fields = verifyFields(plan.changes, first);
  if (state === "confirming" && fields.every(({ verdict, persisted }) => verdict === "applied" && persisted === true)) {
    await session.finish(task);
    return { outcome: "confirmed", fields, failure: null, tests: [] };
  }
  if (!matchesBefore(before, first, names)) {
    await journal.record({ state: "rolling-back", why: "resumed" });
    await session.rollBack(task);
  }
  const after = await readOrThrow(session, task);
  const found = verifyFields(plan.changes, after);
  if (!matchesBefore(before, after, names))
    return { outcome: "unknown", fields: found, failure: makeFailure("push-unmatched"), tests: [] };
  await session.finish(task);
  return {
    outcome: "rolled-back",
    fields: found,
    failure: makeFailure("push-rolled-back", { step: "resumed" }),
    tests: [],
  };
}

async function readOrThrow(session: DialectSession, task: Task): Promise<Reading> {
  const reading = await session.read(task);
  if (!reading.ok) throw new FailureError(reading.failure);
  return reading.value;
}
