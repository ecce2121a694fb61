import type { z } from "zod";
import { testResultSchema } from "../core/dialects/terminal-test.ts";
import { localizedSchema } from "../core/findings/finding.ts";

/** What came of one test from the terminal, with its own words. */
export const testReportSchema = testResultSchema.extend({ message: localizedSchema });

export type TestReport = z.infer<typeof testReportSchema>;
