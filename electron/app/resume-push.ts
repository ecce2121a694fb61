// What was cut off on the terminal that is connected now -> settled: finished, taken back, or said what a person has to do.
import type { Output } from "../contract/commands.ts";
import type { Reading } from "../core/dialects/dialect.ts";
import type { Task } from "../core/dialects/task.ts";
import { FailureError, makeFailure } from "../core/failures/failure.ts";
import { type Result, succeed } from "../core/failures/result.ts";
import type { Pushed } from "../core/push/end-push.ts";
import { resume } from "../core/push/resume.ts";
import { verifyFields } from "../core/push/verify-fields.ts";
import { type TakenUp, takeUpPush } from "./records/kept-push.ts";
import { acceptPush } from "./records/push-log.ts";
import { describeTerminal } from "./records/pushed-terminal.ts";
import type { Records } from "./records/records.ts";
import type { OpenSession } from "./sessions.ts";

type Answer = Output<"push.resume">;

export async function resumePush(
  { open, records }: { readonly open: OpenSession; readonly records: Records },
  { accept }: { readonly accept: boolean },
  task: Task,
): Promise<Result<Answer>> {
  const reading = await open.dialect.read(task);
  if (!reading.ok) return reading;
  open.reading = reading.value;
  open.plans.clear();
  const taken = takeUpPush(records, describeTerminal(reading.value, open.port));
  if (!taken.ok) return taken;
  if (taken.value === null) return succeed({ resumed: null });
  if (accept) return acceptPresent(records, taken.value, reading.value);
  open.reading = null;
  return settle(open, taken.value, task);
}

async function settle(open: OpenSession, { kept, entry }: TakenUp, task: Task): Promise<Result<Answer>> {
  // A person's "stop" does not interrupt what takes back.
  const held: Task = { ...task, signal: new AbortController().signal };
  const plan = { digest: entry.plan.digest, changes: entry.plan.changes };
  try {
    const pushed = await resume({ session: open.dialect, entry, journal: kept }, held);
    return succeed({ resumed: { ...pushed, id: kept.id, recorded: await kept.end(pushed), plan } });
  } catch (error) {
    const failure = error instanceof FailureError ? error.failure : makeFailure("internal", { reason: "resume" });
    await kept.end({ outcome: "unknown", tests: [], failure });
    throw error;
  }
}

function acceptPresent(records: Records, { kept, entry }: TakenUp, reading: Reading): Result<Answer> {
  const accepted = records.write((database) => acceptPush(records, database, kept.id));
  kept.release();
  if (!accepted.ok) return accepted;
  const { digest, changes } = entry.plan;
  const pushed: Pushed = { outcome: "unknown", fields: verifyFields(changes, reading), failure: null, tests: [] };
  return succeed({ resumed: { ...pushed, id: kept.id, recorded: true, plan: { digest, changes } } });
}
