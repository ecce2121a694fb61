// A plan, and what has to be said about pushing it to the terminal as it was read.
import type { Planned } from "../contract/planned.ts";
import type { Reading } from "../core/dialects/dialect.ts";
import type { Plan } from "../core/plans/plan.ts";
import { chooseTests } from "../core/push/choose-tests.ts";
import { listUnkept } from "../core/settings/keeps-settings.ts";

export function describePlan(plan: Plan, reading: Reading): Planned {
  return {
    ...plan,
    tests: chooseTests(plan, reading),
    goesBack: reading.capabilities["arm-timer"]?.state === "yes",
    untilReboot: listUnkept(plan.changes, reading.interfaces),
  };
}
