// The use cases behind the contract, for every screen and for the command line:
//
//   connect -> read (+ findings, verdict) -> make a plan -> push it by its digest -> logs -> close
//                \-- what was cut off is said, and settled by push.resume     \-- recorded: history, undo, audit
import type { Handlers } from "../contract/server.ts";
import { reportTest } from "../contract/report-test.ts";
import type { TestReport } from "../contract/test-report.ts";
import type { OpenPort } from "../core/bytes/byte-port.ts";
import type { Surroundings } from "../core/bytes/surroundings.ts";
import type { ArmOutcome } from "../core/dialects/dialect.ts";
import type { TestResult } from "../core/dialects/terminal-test.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { succeed } from "../core/failures/result.ts";
import { checkAndJudge } from "../core/findings/check.ts";
import { redactLines } from "../core/logs/redaction/redact-lines.ts";
import { LazyCaptures } from "./captures/lazy-captures.ts";
import { checkSettings, checkTerminals } from "./check-settings.ts";
import { LazyLogs, type LogPlaces } from "./logs/lazy-logs.ts";
import { makeBackup } from "./backup/make-backup.ts";
import { planRestore } from "./backup/plan-restore.ts";
import { connectTerminal } from "./connect-terminal.ts";
import { answerDescriptions, tryDescription } from "./descriptions/answer-descriptions.ts";
import { answerDiagnosis } from "./diagnosis/answer-diagnosis.ts";
import { answerHistory, sayInterrupted } from "./history.ts";
import type { DescriptionPlaces } from "./load-descriptions.ts";
import { makeTask } from "./make-task.ts";
import { planChanges } from "./plan-changes.ts";
import { answerPorts, type PortParts } from "./ports/answer-ports.ts";
import { pushPlan } from "./push-plan.ts";
import type { Records } from "./records/records.ts";
import { readLineSignal } from "./read-line-signal.ts";
import { resumePush } from "./resume-push.ts";
import { Sessions } from "./sessions.ts";
import { testNetwork } from "./test-network.ts";
import { planUndo } from "./undo-push.ts";

export interface AppParts extends PortParts {
  readonly openPort: OpenPort;
  readonly surroundings: Surroundings;
  /** What is recorded of pushes. */
  readonly records: Records;
  /** The user's own descriptions; without them, those that are shipped. */
  readonly descriptions?: DescriptionPlaces;
  /** What the viewer of logs may open and keep; without it, it keeps nothing and opens what is sent. */
  readonly logs?: LogPlaces;
  /** Where log captures are kept. */
  readonly capturesFolder: string;
}

export interface App {
  readonly handlers: Handlers;
  /** Leaves every terminal as it was found and closes every port. */
  readonly close: () => Promise<void>;
}

export function createApp(parts: AppParts): App {
  const sessions = new Sessions();
  const { records } = parts;
  const places = parts.descriptions ?? null;
  const logs = new LazyLogs(parts.logs ?? { marks: null, opensPaths: false });
  const captures = new LazyCaptures({ sessions, folder: parts.capturesFolder, clock: parts.surroundings.clock });
  const handlers: Handlers = {
    ...answerPorts({ ...parts, clock: parts.surroundings.clock }),
    "terminal.connect": (input, call) => connectTerminal({ ...parts, sessions, descriptions: places }, input, call),
    "terminal.read": ({ session }, call) =>
      sessions.use(session, async (open) => {
        const reading = await open.dialect.read(makeTask(open, call));
        if (!reading.ok) return reading;
        open.reading = reading.value;
        sayInterrupted({ open, records }, reading.value, call);
        const { leftOut } = reading.value;
        if (leftOut) call.emit("warned", { failure: makeFailure("reading-bounded", leftOut) });
        const { findings, verdict } = checkAndJudge(reading.value);
        return succeed({ ...reading.value, findings, verdict });
      }),
    "terminal.signal": ({ session }, call) =>
      sessions.use(session, (open) => readLineSignal(open, makeTask(open, call))),
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
    "descriptions.try": (input, call) =>
      sessions.use(input.session, (open) => tryDescription(open, input.writes, makeTask(open, call))),
    ...answerDescriptions(places),
    ...answerPushes(sessions, records),
    ...answerHistory(records),
    ...answerDiagnosis(sessions),
    ...logs.answer(),
    ...captures.answer(),
    "terminal.reboot": ({ session }, call) =>
      sessions.use(session, async (open) => {
        const asked = await open.dialect.reboot(makeTask(open, call));
        return asked.ok ? succeed({}) : asked;
      }),
  };
  const close = async (): Promise<void> => {
    await logs.close();
    await sessions.closeAll();
    await captures.close();
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
