// What makes plans and pushes them.
import { reportTest } from "../contract/report-test.ts";
import type { Handlers } from "../contract/server.ts";
import type { ArmOutcome } from "../core/dialects/dialect.ts";
import type { TestResult } from "../core/dialects/terminal-test.ts";
import { makeBackup } from "./backup/make-backup.ts";
import { planRestore } from "./backup/plan-restore.ts";
import { sayInterrupted } from "./history.ts";
import { makeTask } from "./make-task.ts";
import { planChanges } from "./plan-changes.ts";
import { pushPlan } from "./push-plan.ts";
import type { Records } from "./records/records.ts";
import { resumePush } from "./resume-push.ts";
import type { Sessions } from "./sessions.ts";
import { planUndo } from "./undo-push.ts";

type PushCommand = "plan.make" | "plan.push" | "push.resume" | "history.undo-plan" | "backup.make" | "backup.plan";

export function answerPushes(sessions: Sessions, records: Records): Pick<Handlers, PushCommand> {
  return {
    "plan.make": (input, call) =>
      sessions.use(input.session, async (open) => {
        const wasRead = open.reading !== null;
        const plan = await planChanges(open, input, makeTask(open, call));
        if (!wasRead && open.reading !== null) sayInterrupted({ open, records }, open.reading, call);
        return plan;
      }),
    "plan.push": (input, call) =>
      sessions.use(input.session, (open) => {
        const onArmed = ({ isGuarded }: ArmOutcome): void =>
          call.emit("armed", { port: open.port, guarded: isGuarded, revertSeconds: input.revertSeconds });
        const onTested = (result: TestResult): void =>
          call.emit("tested", { port: open.port, result: reportTest(result) });
        return pushPlan({ open, records }, input, { ...makeTask(open, call), onArmed, onTested });
      }),
    "push.resume": (input, call) =>
      sessions.use(input.session, (open) => resumePush({ open, records }, input, makeTask(open, call))),
    "history.undo-plan": (input, call) =>
      sessions.use(input.session, (open) => planUndo({ open, records }, input, makeTask(open, call))),
    "backup.make": (input, call) =>
      sessions.use(input.session, (open) => makeBackup({ open, records }, input, makeTask(open, call))),
    "backup.plan": (input, call) =>
      sessions.use(input.session, (open) => planRestore(open, input, makeTask(open, call))),
  };
}
