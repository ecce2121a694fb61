// The tests of a push, carried out by the terminal: the early ones before anything is armed, the others while the new
// settings run and do not last yet.
import type { DialectSession, Reading } from "../dialects/dialect.ts";
import type { Task } from "../dialects/task.ts";
import type { TerminalTest, TestResult } from "../dialects/terminal-test.ts";
import { type Failure, makeFailure } from "../failures/failure.ts";
import type { PushTest } from "./push-test.ts";
import { refuseTests } from "./refuse-tests.ts";

export interface Tested {
  readonly results: readonly TestResult[];
  /** The first required one that did not pass, for a person; none was carried out after it. */
  readonly failed: string | null;
}

/** Seconds that applying and confirming may need of the time until the terminal goes back. */
const reserve = 5;

/** Why the tests cannot be carried out, as far as that is known before anything is written. */
export function findObstacle(tests: readonly PushTest[], reading: Reading, revertSeconds: number): Failure | null {
  const required = tests.find((each) => each.required);
  const able = reading.capabilities["test-network"];
  if (required && able?.state === "no") {
    return refuseTests(able);
  }
  const seconds = listLate(tests).reduce((sum, each) => sum + each.seconds, 0);
  if (tests.length === 0 || seconds + reserve <= revertSeconds) return null;
  const reason = `the tests may take ${seconds} s`;
  return makeFailure("unusable-value", { field: "revertSeconds", value: String(revertSeconds), reason });
}

export interface TestingTask extends Task {
  /** Each result as soon as it is there. */
  readonly onTested: (result: TestResult) => void;
}

export async function runTests(
  session: DialectSession,
  tests: readonly PushTest[],
  task: TestingTask,
): Promise<Tested> {
  const results: TestResult[] = [];
  for (const { test, required, ifAble, seconds } of listLate(tests)) {
    const result = await session.test(test, seconds, task);
    if (result.ok) {
      results.push(result.value);
      task.onTested(result.value);
    }
    const reason = result.ok ? result.value.reason : result.failure.code;
    const passed = result.ok && (result.value.outcome === "passed" || (ifAble === true && reason === "no-tool"));
    if (required && !passed) return { results, failed: `${nameTest(test)}: ${reason}` };
  }
  return { results, failed: null };
}

/** Null, or who has an address that the terminal is to get. What else stands in the way of asking is only told. */
export async function runEarlyTests(
  session: DialectSession,
  tests: readonly PushTest[],
  task: TestingTask,
): Promise<Failure | null> {
  for (const { test, required, seconds } of listEarly(tests)) {
    const result = await session.test(test, seconds, task);
    if (!result.ok) {
      if (required) return result.failure;
      continue;
    }
    task.onTested(result.value);
    if (required && result.value.reason === "taken" && test.kind === "duplicate") {
      return makeFailure("address-taken", { address: test.address, interface: test.interface });
    }
  }
  return null;
}

/** Those that are asked before anything changes. */
export function listEarly(tests: readonly PushTest[]): readonly PushTest[] {
  return tests.filter(({ when }) => when === "before");
}

function listLate(tests: readonly PushTest[]): readonly PushTest[] {
  return tests.filter(({ when }) => when !== "before");
}

/** `tcp 192.0.2.1 443`, as a failure quotes it. */
function nameTest({ kind, ...target }: TerminalTest): string {
  return [kind, ...Object.values(target).filter((each) => each !== null)].join(" ").slice(0, 120);
}
