import type { z } from "zod";
import { describeTest } from "../core/dialects/describe-test.ts";
import { type TestResult, testResultSchema } from "../core/dialects/terminal-test.ts";
import { localizedSchema } from "../core/findings/finding.ts";

/** What came of one test from the terminal, with its own words. */
export const testReportSchema = testResultSchema.extend({ message: localizedSchema });

export type TestReport = z.infer<typeof testReportSchema>;

export function reportTest(result: TestResult): TestReport {
  return { ...result, message: describeTest(result) };
}
