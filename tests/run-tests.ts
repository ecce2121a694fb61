// The unit tests and the tests against real peers: runs them with Vitest and counts from its report.
//
// In CI the machine is shared and may stall, and time is part of many tests: files with a failure are run once more, alone,
// after everything else; what passes then has passed and is named. What still fails is said again at the very end.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";
import { addCounts, type Counts } from "./counts.ts";

const root = resolve(import.meta.dirname, "..");
/** More files than a stall explains: something is broken. */
const mostFilesAgain = 6;
const longestMessage = 2000;

const fileSchema = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string().optional(),
  assertionResults: z.array(
    z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
  ),
});
const reportSchema = z.object({ testResults: z.array(fileSchema) });
type TestFile = z.infer<typeof fileSchema>;

export interface Suite {
  readonly projects: readonly string[];
  readonly filters: readonly string[];
  /** Milliseconds. */
  readonly timeLimit: number;
}

interface Run {
  readonly files: readonly TestFile[];
  /** What went wrong outside of any file: no report, or an error that belongs to no test. */
  readonly trouble: string | null;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function runTests(suite: Suite): Promise<Counts> {
  const first = await runOnce(suite, []);
  const failing = first.files.filter(hasFailed).map(({ name }) => relative(root, name));
  const isAgain = process.env["CI"] === "true" && failing.length > 0 && failing.length <= mostFilesAgain;
  if (!isAgain) return count(first);
  say(`\nOnce more, alone: ${failing.join(", ")}`);
  const second = await runOnce({ ...suite, filters: failing }, ["--maxWorkers", "1"]);
  for (const { name } of second.files.filter((file) => !hasFailed(file)))
    say(`passed the second time  ${relative(root, name)}`);
  const others = first.files.filter((file) => !hasFailed(file));
  return addCounts([count({ files: others, trouble: first.trouble }), count(second)]);
}

async function runOnce(suite: Suite, options: readonly string[]): Promise<Run> {
  const folder = join(root, ".cache/test-results");
  const report = join(folder, `${process.pid}.json`);
  mkdirSync(folder, { recursive: true });
  const child = spawn(
    process.execPath,
    [
      ...[join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", ".ci/vitest.config.ts", "--passWithNoTests"],
      ...suite.projects.flatMap((project) => ["--project", project]),
      ...["--reporter", "default", "--reporter", "json", `--outputFile.json=${report}`, ...options, ...suite.filters],
    ],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"], timeout: suite.timeLimit, killSignal: "SIGKILL" },
  );
  await once(child, "close");
  try {
    const { testResults: files } = reportSchema.parse(JSON.parse(readFileSync(report, "utf8")));
    const isExplained = child.exitCode === 0 || files.some(hasFailed);
    return { files, trouble: isExplained ? null : "an error outside of any test" };
  } catch (error) {
    return { files: [], trouble: `The test runner left no report: ${String(error)}` };
  } finally {
    rmSync(report, { force: true });
  }
}

function count({ files, trouble }: Run): Counts {
  const cases = files.flatMap((file) => file.assertionResults);
  const skipped = cases.filter((one) => one.status !== "passed" && one.status !== "failed");
  for (const one of skipped) say(`skipped  ${one.fullName}`);
  const failed = cases.filter(isFailed).length;
  // A file that cannot load, or whose set-up fails, must not look like success though no test of it failed.
  const broken = files.filter((file) => hasFailed(file) && !file.assertionResults.some(isFailed)).length;
  return {
    passed: cases.filter((one) => one.status === "passed").length,
    failed: failed + broken + (trouble === null ? 0 : 1),
    skipped: skipped.length,
    failures: [...files.flatMap(describeFailures), ...(trouble === null ? [] : [trouble])],
  };
}

function hasFailed(file: TestFile): boolean {
  return file.status === "failed" || file.assertionResults.some(isFailed);
}

function isFailed({ status }: { readonly status: string }): boolean {
  return status === "failed";
}

function describeFailures(file: TestFile): readonly string[] {
  if (!hasFailed(file)) return [];
  const path = relative(root, file.name);
  const failed = file.assertionResults.filter(isFailed);
  if (failed.length === 0) return [`${path}\n${(file.message ?? "").slice(0, longestMessage)}`];
  return failed.map(
    (one) => `${path}: ${one.fullName}\n${(one.failureMessages ?? []).join("\n").slice(0, longestMessage)}`,
  );
}
