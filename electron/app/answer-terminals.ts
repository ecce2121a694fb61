// What is asked of a connected terminal besides writing to it.
import type { Handlers } from "../contract/server.ts";
import type { TestReport } from "../contract/test-report.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { succeed } from "../core/failures/result.ts";
import { checkAndJudge } from "../core/findings/check.ts";
import { redactLines } from "../core/logs/redaction/redact-lines.ts";
import { tryDescription } from "./descriptions/answer-descriptions.ts";
import { sayInterrupted } from "./history.ts";
import { makeTask } from "./make-task.ts";
import { readLineSignal } from "./read-line-signal.ts";
import type { Records } from "./records/records.ts";
import type { Sessions } from "./sessions.ts";
import type { SiteContext } from "./preferences/site-context.ts";
import { testNetwork } from "./test-network.ts";

type TerminalCommand =
  | "terminal.read"
  | "terminal.signal"
  | "terminal.close"
  | "terminal.test"
  | "terminal.reboot"
  | "logs.read"
  | "descriptions.try";

export function answerTerminals(
  sessions: Sessions,
  records: Records,
  findSite: () => Promise<SiteContext>,
): Pick<Handlers, TerminalCommand> {
  return {
    "terminal.read": ({ session }, call) =>
      sessions.use(session, async (open) => {
        const reading = await open.dialect.read(makeTask(open, call));
        if (!reading.ok) return reading;
        open.reading = reading.value;
        sayInterrupted({ open, records }, reading.value, call);
        const { leftOut } = reading.value;
        if (leftOut) call.emit("warned", { failure: makeFailure("reading-bounded", leftOut) });
        const site = await findSite();
        if (site.failure !== null) call.emit("warned", { failure: site.failure });
        const { findings, verdict } = checkAndJudge(reading.value, site.context);
        return succeed({ ...reading.value, findings, verdict });
      }),
    "terminal.signal": ({ session }, call) =>
      sessions.use(session, (open) => readLineSignal(open, makeTask(open, call))),
    "terminal.close": async ({ session }) => {
      await sessions.close(session);
      return succeed({});
    },
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
    "terminal.reboot": ({ session }, call) =>
      sessions.use(session, async (open) => {
        const asked = await open.dialect.reboot(makeTask(open, call));
        return asked.ok ? succeed({}) : asked;
      }),
  };
}
