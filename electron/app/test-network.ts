// Tests of the network from the terminal's side, one after the other, each told as soon as it is over.
import type { Input, Output } from "../contract/commands.ts";
import { reportTest } from "../contract/report-test.ts";
import type { TestReport } from "../contract/test-report.ts";
import type { Task } from "../core/dialects/task.ts";
import { makeFailure } from "../core/failures/failure.ts";
import { fail, type Result, succeed } from "../core/failures/result.ts";
import type { OpenSession } from "./sessions.ts";

export interface TestTask extends Task {
  readonly onTested: (result: TestReport) => void;
}

type Request = Omit<Input<"terminal.test">, "session">;

export async function testNetwork(
  open: OpenSession,
  { tests, seconds }: Request,
  task: TestTask,
): Promise<Result<Output<"terminal.test">>> {
  const results: TestReport[] = [];
  for (const test of tests) {
    if (task.signal.aborted) return fail(makeFailure("cancelled"));
    const result = await open.dialect.test(test, seconds, task);
    if (!result.ok) return result;
    const report = reportTest(result.value);
    task.onTested(report);
    results.push(report);
  }
  return succeed({ results });
}
