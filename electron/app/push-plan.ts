// A plan by its digest -> the push, unless the rules refuse it.
import type { Input, Output } from "../contract/commands.ts";
import type { Task } from "../core/dialects/dialect.ts";
import { type Failure, makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import { digestBasis } from "../core/plans/basis-digest.ts";
import type { Plan } from "../core/plans/plan.ts";
import { push } from "../core/push/push.ts";
import type { OpenSession } from "./sessions.ts";

type Request = Omit<Input<"plan.push">, "session">;

export async function pushPlan(
  open: OpenSession,
  { digest, override }: Request,
  task: Task,
): Promise<Result<Output<"plan.push">>> {
  const plan = open.plans.get(digest);
  const basis = open.reading;
  if (!plan || !basis) return fail(makeFailure("plan-unknown"));
  if (plan.refusedBy.length > 0 && !override) {
    return succeed(refuse(plan, makeFailure("rules-refuse", { rule: plan.refusedBy.join(", ") })));
  }
  const isFresh = (reading: NonNullable<OpenSession["reading"]>): boolean =>
    digestBasis(reading) === digestBasis(basis);
  const pushed = await push({ session: open.dialect, plan, isFresh }, task);
  // Whatever happened, what was read before it is old now.
  open.reading = null;
  open.plans.clear();
  return succeed({
    outcome: pushed.outcome,
    plan: { digest, changes: plan.changes },
    fields: pushed.fields,
    failure: pushed.failure,
  });
}

function refuse(plan: Plan, failure: Failure): Output<"plan.push"> {
  const fields = plan.changes.map(({ interface: name, field }) => ({
    interface: name,
    field,
    verdict: "not-applied" as const,
    persisted: false,
  }));
  return { outcome: "refused", plan: { digest: plan.digest, changes: plan.changes }, fields, failure };
}
