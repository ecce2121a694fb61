// npm test and npm run test:long: prepares the machine, runs the gates and the tests, and ends with one line of counts.
//
//   npm test                     gates, unit tests, tests against real peers, the window end to end
//   npm test -- NAME ...         only the test files whose path holds a NAME
//   npm run test:long            what takes longer, the window too
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { gates, runGate } from "../.ci/gates.ts";
import { addCounts, type Counts, printCounts } from "./counts.ts";
import { prepareMachine } from "./install-packages.ts";
import { ensureBuilt, runSpecs } from "./run-specs.ts";

const root = resolve(import.meta.dirname, "..");
const minute = 60_000;

const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) }),
  ),
});

async function runGates(): Promise<Counts> {
  let failed = 0;
  for (const gate of gates) {
    const result = await runGate(gate, root);
    process.stdout.write(`${result.passed ? "passed" : "FAILED"}  gate: ${gate.name}\n`);
    if (!result.passed) {
      failed += 1;
      process.stdout.write(`${result.output}\n`);
    }
  }
  return { passed: gates.length - failed, failed, skipped: 0 };
}

interface Suite {
  readonly projects: readonly string[];
  readonly filters: readonly string[];
  readonly timeLimit: number;
}

async function runTests(suite: Suite): Promise<Counts> {
  const reportFolder = join(root, ".cache/test-results");
  const report = join(reportFolder, `${process.pid}.json`);
  mkdirSync(reportFolder, { recursive: true });
  const child = spawn(
    process.execPath,
    [
      ...[join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", ".ci/vitest.config.ts", "--passWithNoTests"],
      ...suite.projects.flatMap((project) => ["--project", project]),
      ...["--reporter", "default", "--reporter", "json", `--outputFile.json=${report}`, ...suite.filters],
    ],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"], timeout: suite.timeLimit, killSignal: "SIGKILL" },
  );
  await once(child, "close");
  try {
    return readReport(report, child.exitCode === 0);
  } finally {
    rmSync(report, { force: true });
  }
}

function readReport(path: string, succeeded: boolean): Counts {
  let report: z.infer<typeof reportSchema>;
  try {
    report = reportSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    process.stdout.write(`The test runner left no report: ${String(error)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const cases = report.testResults.flatMap((file) => file.assertionResults);
  const skippedCases = cases.filter((one) => one.status !== "passed" && one.status !== "failed");
  for (const one of skippedCases) process.stdout.write(`skipped  ${one.fullName}\n`);
  // A file that cannot load has no tests in it, and an error outside of any test fails none: neither may look like success.
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const counted = report.numFailedTests + unloaded.length;
  return {
    passed: report.numPassedTests,
    failed: counted === 0 && !succeeded ? 1 : counted,
    skipped: skippedCases.length,
  };
}

const given = process.argv.slice(2);
const long = given.includes("--long");
const filters = given.filter((word) => word !== "--long");

prepareMachine();
const parts: Counts[] = [];
if (!long && filters.length === 0) parts.push(await runGates());
parts.push(
  await ensureBuilt(),
  await runTests(
    long
      ? { projects: ["long"], filters, timeLimit: 40 * minute }
      : { projects: ["unit", "peers"], filters, timeLimit: 12 * minute },
  ),
);
parts.push(await runSpecs(filters, 8 * minute, long));
const counts = addCounts(parts);
const skipFails = process.env["CI"] === "true" && counts.skipped > 0;
if (skipFails) process.stdout.write("In CI a skipped test counts as a failure.\n");
process.stdout.write(`${printCounts(counts)}\n`);
process.exitCode = counts.failed > 0 || skipFails ? 1 : 0;
