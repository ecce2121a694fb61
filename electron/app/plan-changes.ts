// Wanted assignments and proposed corrections -> a plan for the terminal as it was last read.
import type { Input } from "../contract/commands.ts";
import type { Task } from "../core/dialects/dialect.ts";
import { type Result, succeed } from "../core/failures/result.ts";
import { check } from "../core/findings/check.ts";
import { makePlan } from "../core/plans/make-plan.ts";
import type { Plan } from "../core/plans/plan.ts";
import { proposeCorrections } from "../core/plans/propose-corrections.ts";
import { type Assignment, parseAssignment } from "../core/settings/assignment.ts";
import { keepPlan, type OpenSession } from "./sessions.ts";

type Request = Omit<Input<"plan.make">, "session">;

export async function planChanges(open: OpenSession, { set, fix }: Request, task: Task): Promise<Result<Plan>> {
  const reading = open.reading ? succeed(open.reading) : await open.dialect.read(task);
  if (!reading.ok) return reading;
  open.reading = reading.value;
  const names = reading.value.interfaces.map(({ name }) => name);
  const wanted: Assignment[] = [];
  for (const text of set) {
    const parsed = parseAssignment(text, names);
    if (!parsed.ok) return parsed;
    wanted.push(parsed.value);
  }
  const proposed = fix ? proposeCorrections(check(reading.value)) : { assignments: [], undecided: [] };
  const fields = new Set(wanted.map((each) => `${each.interface} ${each.field}`));
  // What a person sets stands before what is proposed for the same field.
  const assignments = [
    ...wanted,
    ...proposed.assignments.filter((each) => !fields.has(`${each.interface} ${each.field}`)),
  ];
  const plan = makePlan(reading.value, reading.value.terminal, { assignments, undecided: proposed.undecided });
  if (plan.ok) keepPlan(open, plan.value);
  return plan;
}
