// A plan by its digest -> the push, unless the rules refuse it.
import { randomBytes } from "node:crypto";
import type { Input, Output } from "../contract/commands.ts";
import type { ArmOutcome, Task } from "../core/dialects/dialect.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { digestBasis } from "../core/plans/basis-digest.ts";
import { push } from "../core/push/push.ts";
import type { OpenSession } from "./sessions.ts";

export interface PushTask extends Task {
  readonly onArmed: (armed: ArmOutcome) => void;
}

type Request = Omit<Input<"plan.push">, "session">;

export async function pushPlan(
  open: OpenSession,
  { digest, override, revertSeconds }: Request,
  task: PushTask,
): Promise<Result<Output<"plan.push">>> {
  const plan = open.plans.get(digest);
  const basis = open.reading;
  if (!plan || !basis) return fail(makeFailure("plan-unknown"));
  const isFresh = (reading: NonNullable<OpenSession["reading"]>): boolean =>
    digestBasis(reading) === digestBasis(basis);
  const pushed = await push(
    {
      session: open.dialect,
      id: randomBytes(8).toString("hex"),
      plan,
      isFresh,
      override,
      revertSeconds,
      tests: [],
      journal: { record: () => Promise.resolve() },
      onArmed: task.onArmed,
    },
    task,
  );
  // What the rules refuse was not even begun: the same plan can still be insisted on.
  if (pushed.failure?.code !== "rules-refuse") {
    // Whatever happened, what was read before it is old now.
    open.reading = null;
    open.plans.clear();
  }
  return succeed({
    outcome: pushed.outcome,
    plan: { digest, changes: plan.changes },
    fields: pushed.fields,
    failure: pushed.failure,
  });
}
