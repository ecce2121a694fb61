// A connected terminal -> why it cannot communicate: read, test stage by stage, look into the log, reason.
import type { Input, Output } from "../../contract/commands.ts";
import type { Task } from "../../core/dialects/task.ts";
import { runStages } from "../../core/diagnosis/run-stages.ts";
import { type HostTarget, planStages } from "../../core/diagnosis/plan-stages.ts";
import type { Stage } from "../../core/diagnosis/stage.ts";
import { type Result, succeed } from "../../core/failures/result.ts";
import { redactLines } from "../../core/logs/redaction/redact-lines.ts";
import type { Reading } from "../../core/dialects/dialect.ts";
import type { OpenSession } from "../sessions.ts";
import { reasonFrom } from "./reason-from.ts";
import { testFromPc } from "./test-from-pc.ts";

export interface DiagnosisTask extends Task {
  readonly onHop: (stage: Stage) => void;
}

/** Enough for the last attempts; at 115200 baud a few seconds. */
const logLines = 200;

type Request = Input<"diagnosis.run">;

export async function diagnoseTerminal(
  open: OpenSession,
  request: Request,
  task: DiagnosisTask,
): Promise<Result<Output<"diagnosis.run">>> {
  const reading = await open.dialect.read(task);
  if (!reading.ok) return reading;
  open.reading = reading.value;
  const stages = await testStages(open, reading.value, { request, task });
  if (!stages.ok) return stages;
  // A terminal that tells no log is diagnosed without.
  const logs = await open.dialect.readLogs(logLines, task);
  const lines = logs.ok ? redactLines(logs.value.lines).lines : [];
  const settings = reading.value;
  return succeed({
    ...reasonFrom({ ...request, settings, stages: stages.value, lines }, new Date().toISOString()),
    settings,
    lines,
  });
}

interface Around {
  readonly request: Request;
  readonly task: DiagnosisTask;
}

async function testStages(
  { dialect }: OpenSession,
  reading: Reading,
  { request, task }: Around,
): Promise<Result<readonly Stage[]>> {
  const { hosts, seconds, sharesRouter } = request;
  const canTest = reading.capabilities["test-network"]?.state === "yes";
  const fromTerminal = canTest
    ? await runStages(planStages(reading, hosts), {
        from: "terminal",
        ask: (test) => dialect.test(test, seconds, task),
        onStage: task.onHop,
        now: () => new Date().toISOString(),
      })
    : succeed<readonly Stage[]>([]);
  if (!fromTerminal.ok || !sharesRouter) return fromTerminal;
  const fromPc = await testFromPc(listTargets(reading, hosts), { seconds, signal: task.signal, onStage: task.onHop });
  return succeed([...fromTerminal.value, ...fromPc]);
}

/** Hosts that the settings or the person name, and no other. */
function listTargets({ hosts }: Reading, named: readonly HostTarget[]): readonly HostTarget[] {
  const known = hosts.flatMap(({ host, port, tls }) => (port === null ? [] : [{ host, port, tls: tls === true }]));
  return [...named, ...known].slice(0, 3);
}
