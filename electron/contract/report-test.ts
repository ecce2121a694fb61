import { describeTest } from "../core/dialects/describe-test.ts";
import type { TestResult } from "../core/dialects/terminal-test.ts";
import type { TestReport } from "./test-report.ts";

/** Apart from the schemas, which every window loads first: the words are many. */
export function reportTest(result: TestResult): TestReport {
  return { ...result, message: describeTest(result) };
}
