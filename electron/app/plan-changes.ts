// Wanted assignments and proposed corrections -> a plan for the terminal as it was last read.
import type { Input } from "../contract/commands.ts";
import type { Planned } from "../contract/planned.ts";
import type { Reading } from "../core/dialects/dialect.ts";
import type { Task } from "../core/dialects/task.ts";
import { type Result, succeed } from "../core/failures/result.ts";
import { makePlan } from "../core/plans/make-plan.ts";
import { type Solution, solveTogether } from "../core/plans/solve-together.ts";
import { applyAssignments } from "../core/settings/apply-assignments.ts";
import { type Assignment, clockField, parseAssignment } from "../core/settings/assignment.ts";
import { keepSecret } from "./keep-secret.ts";
import { keepPlan, type OpenSession } from "./sessions.ts";

type Request = Omit<Input<"plan.make">, "session">;

export async function planChanges(open: OpenSession, { set, fix }: Request, task: Task): Promise<Result<Planned>> {
  const reading = open.reading ? succeed(open.reading) : await open.dialect.read(task);
  if (!reading.ok) return reading;
  open.reading = reading.value;
  const names = reading.value.interfaces.map(({ name }) => name);
  const wanted: Assignment[] = [];
  for (const text of set) {
    const kept = keepSecret(open, text);
    if (!kept.ok) return kept;
    const parsed = parseAssignment(kept.value, names);
    if (!parsed.ok) return parsed;
    wanted.push(parsed.value);
  }
  const proposed = fix ? solveRest(reading.value, wanted) : { assignments: [], undecided: [] };
  const fields = new Set(wanted.map((each) => `${each.interface} ${each.field}`));
  // What a person sets stands before what is proposed for the same field.
  const assignments = [
    ...wanted,
    ...proposed.assignments.filter((each) => !fields.has(`${each.interface} ${each.field}`)),
  ];
  const plan = makePlan(reading.value, reading.value.terminal, { ...proposed, assignments });
  return plan.ok ? succeed(keepPlan(open, plan.value)) : plan;
}

/** What a person wants comes first; solved is what is then still wrong. */
function solveRest(reading: Reading, wanted: readonly Assignment[]): Solution {
  const after = applyAssignments(reading, wanted);
  const unwritable: readonly Assignment["field"][] =
    reading.capabilities["set-clock"]?.state === "yes" ? [] : [clockField];
  return solveTogether(after.ok ? after.value : reading, {}, unwritable);
}
