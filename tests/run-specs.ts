// The end-to-end specs: builds what is stale, runs them on every target that can be had here, and says which those were.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { build, isBuildStale } from "../electron/headless/build-page.ts";
import { findRuntime } from "../electron/headless/electron-runtime.ts";
import { findBrowser } from "../electron/headless/find-browser.ts";
import { addCounts, type Counts, nothing, printCounts } from "./counts.ts";

const root = resolve(import.meta.dirname, "..");

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ projectName: z.string(), status: z.enum(["expected", "unexpected", "flaky", "skipped"]) })),
});
type Spec = z.infer<typeof specSchema>;

interface Suite {
  readonly specs?: readonly Spec[] | undefined;
  readonly suites?: readonly Suite[] | undefined;
}
const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(specSchema).optional(), suites: z.array(suiteSchema).optional() }),
);
const reportSchema = z.object({
  suites: z.array(suiteSchema),
  errors: z.array(z.object({ message: z.string().optional() })),
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Builds when sources are newer; unit tests read the bundles too. */
export async function ensureBuilt(): Promise<Counts> {
  if (!isBuildStale(root)) return nothing;
  const built = await build(root);
  return built.ok ? nothing : fail(`The window could not be built.\n${built.output}`);
}

/** `isLong`: only those that take minutes, or all others. */
export async function runSpecs(filters: readonly string[], timeLimit: number, isLong = false): Promise<Counts> {
  if (findBrowser() === null) {
    say("skipped  the end-to-end specs: they need Chromium, Chrome or Edge (Debian: apt-get install chromium)");
    return { ...nothing, skipped: 1 };
  }
  const folder = join(root, ".cache/test-results");
  const report = join(folder, `specs-${process.pid}.json`);
  mkdirSync(folder, { recursive: true });
  const child = spawn(
    process.execPath,
    [
      ...[join(root, "node_modules/@playwright/test/cli.js"), "test", "--config", "tests/e2e/playwright.config.ts"],
      ...["--reporter", "list,json", "--pass-with-no-tests", ...filters],
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        COUNTERPART_ELECTRON: "off",
        COUNTERPART_LONG: isLong ? "1" : "",
      },
      stdio: ["ignore", "inherit", "inherit"],
      timeout: timeLimit,
      killSignal: "SIGKILL",
    },
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
    return fail(`The runner of the specs left no report: ${String(error)}`);
  }
  const specs = report.suites.flatMap(listSpecs);
  const targets = [...new Set(specs.flatMap(({ tests }) => tests.map(({ projectName }) => projectName)))];
  for (const target of targets) say(`specs on ${target}: ${printCounts(countSpecs(specs, target))}`);
  if (findRuntime(root) === null) say("specs on electron: not run, no Electron runtime here");
  const counted = addCounts(targets.map((target) => countSpecs(specs, target)));
  const failed = Math.max(counted.failed, report.errors.length);
  const errors = report.errors.map(({ message }) => message ?? "an error outside of any spec");
  return { ...counted, failed: failed === 0 && !succeeded ? 1 : failed, failures: [...counted.failures, ...errors] };
}

function fail(why: string): Counts {
  return { ...nothing, failed: 1, failures: [why] };
}

function listSpecs(suite: Suite): readonly Spec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(listSpecs)];
}

function countSpecs(specs: readonly Spec[], target: string): Counts {
  const statuses = specs.flatMap(({ tests }) => tests.filter(({ projectName }) => projectName === target));
  const count = (...wanted: readonly string[]): number =>
    statuses.filter(({ status }) => wanted.includes(status)).length;
  const failures = specs
    .filter(({ tests }) => tests.some((one) => one.projectName === target && one.status === "unexpected"))
    .map(({ file, title }) => `${file} on ${target}: ${title}`);
  // In CI a spec is tried twice; the runner names those that needed it.
  return { passed: count("expected", "flaky"), failed: count("unexpected"), skipped: count("skipped"), failures };
}
