// The use cases behind the contract, for every screen and for the command line:
//
//   connect -> read (+ findings, verdict) -> make a plan -> push it by its digest -> logs -> close
//                \-- what was cut off is said, and settled by push.resume     \-- recorded: history, undo, audit
import type { ListedPort } from "../contract/commands.ts";
import type { Call, Handlers } from "../contract/server.ts";
import { reportTest } from "../contract/report-test.ts";
import type { TestReport } from "../contract/test-report.ts";
import type { OpenPort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import type { ArmOutcome, Stage, Task } from "../core/dialects/dialect.ts";
import type { TestResult } from "../core/dialects/terminal-test.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, succeed } from "../core/failures/result.ts";
import { checkAndJudge } from "../core/findings/check.ts";
import { redactLines } from "../core/logs/redaction/redact-lines.ts";
import { checkSettings, checkTerminals } from "./check-settings.ts";
import { makeBackup } from "./backup/make-backup.ts";
import { planRestore } from "./backup/plan-restore.ts";
import type { StartDescription } from "./describe-unknown.ts";
import { Consoles } from "./console/answer-console.ts";
import { connectTerminal } from "./connect-terminal.ts";
import { answerHistory, sayInterrupted } from "./history.ts";
import { planChanges } from "./plan-changes.ts";
import { pushPlan } from "./push-plan.ts";
import type { Records } from "./records/records.ts";
import { resumePush } from "./resume-push.ts";
import { type OpenSession, Sessions } from "./sessions.ts";
import { testNetwork } from "./test-network.ts";
import { planUndo } from "./undo-push.ts";

export interface AppParts {
  readonly openPort: OpenPort;
  readonly listPorts: () => Promise<readonly ListedPort[]>;
  readonly surroundings: Surroundings;
  /** What is recorded of pushes. */
  readonly records: Records;
  /** What begins a description file for a terminal that no family knows. */
  readonly startDescription?: StartDescription;
  /** Whether a person may type to a port; false when left out. */
  readonly allowsConsole?: boolean;
}

export interface App {
  readonly handlers: Handlers;
  /** Leaves every terminal as it was found and closes every port. */
  readonly close: () => Promise<void>;
}

export function createApp(parts: AppParts): App {
  const sessions = new Sessions();
  const { records, openPort } = parts;
  const { clock } = parts.surroundings;
  const consoles = new Consoles({ openPort, sessions, clock, isAllowed: parts.allowsConsole ?? false });
  const handlers: Handlers = {
    "ports.list": async () => succeed({ ports: await parts.listPorts() }),
    "terminal.connect": async (input, call) =>
      consoles.holds(input.port)
        ? fail(makeFailure("console-holds", { port: input.port }))
        : connectTerminal({ ...parts, sessions }, input, call),
    "terminal.read": ({ session }, call) =>
      sessions.use(session, async (open) => {
        const reading = await open.dialect.read(makeTask(open, call));
        if (!reading.ok) return reading;
        open.reading = reading.value;
        sayInterrupted({ open, records }, reading.value, call);
        const { findings, verdict } = checkAndJudge(reading.value);
        return succeed({ ...reading.value, findings, verdict });
      }),
    "terminal.close": async ({ session }) => {
      await sessions.close(session);
      return succeed({});
    },
    "settings.check": async (input) => succeed(checkSettings(input)),
    "settings.check-fleet": async (input) => succeed({ checked: checkTerminals(input) }),
    "terminal.test": (input, call) =>
      sessions.use(input.session, (open) => {
        const onTested = (result: TestReport): void => call.emit("tested", { port: open.port, result });
        return testNetwork(open, input, { ...makeTask(open, call), onTested });
      }),
    "logs.read": (input, call) =>
      sessions.use(input.session, async (open) => {
        const read = await open.dialect.readLogs(input.lines, makeTask(open, call));
        if (!read.ok) return read;
        const redacted = redactLines(read.value.lines);
        return succeed({ source: read.value.source, lines: redacted.lines, redactions: redacted.count });
      }),
    ...answerPushes(sessions, records),
    ...answerHistory(records),
    ...consoles.handlers,
  };
  const close = async (): Promise<void> => {
    await consoles.closeAll();
    await sessions.closeAll();
    records.close();
  };
  return { handlers, close };
}

type PushCommand = "plan.make" | "plan.push" | "push.resume" | "history.undo-plan" | "backup.make" | "backup.plan";

/** What makes plans and pushes them. */
function answerPushes(sessions: Sessions, records: Records): Pick<Handlers, PushCommand> {
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

function makeTask(open: OpenSession, call: Call): Task {
  return { signal: call.signal, onStage: (stage: Stage) => call.emit("stage", { port: open.port, stage }) };
}
