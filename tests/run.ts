// npm test and npm run test:long: prepares the machine, runs the gates and the tests, and ends with one line of counts.
//
//   npm test                     gates, unit tests, tests against real peers, the window end to end
//   npm test -- NAME ...         only the test files whose path holds a NAME
//   npm run test:long            what takes longer, the window too
import "../.ci/keep-compiled.js";
import { resolve } from "node:path";
import { gates, runGate } from "../.ci/gates.ts";
import { addCounts, type Counts, printCounts } from "./counts.ts";
import { prepareMachine } from "./install-packages.ts";
import { ensureBuilt, runSpecs } from "./run-specs.ts";
import { runTests } from "./run-tests.ts";

const root = resolve(import.meta.dirname, "..");
const minute = 60_000;

async function runGates(): Promise<Counts> {
  const failures: string[] = [];
  for (const gate of gates) {
    const result = await runGate(gate, root);
    process.stdout.write(`${result.passed ? "passed" : "FAILED"}  gate: ${gate.name}\n`);
    if (!result.passed) {
      failures.push(`gate: ${gate.name}\n${result.output.slice(0, 4000)}`);
      process.stdout.write(`${result.output}\n`);
    }
  }
  return { passed: gates.length - failures.length, failed: failures.length, skipped: 0, failures };
}

const given = process.argv.slice(2);
const long = given.includes("--long");
const filters = given.filter((word) => word !== "--long");

prepareMachine();
// The tests start the command line hundreds of times: nobody compiles it more than once.
process.env["NODE_COMPILE_CACHE"] = resolve(root, ".cache/compiled");
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
parts.push(await runSpecs(filters, (long ? 15 : 8) * minute, long));
const counts = addCounts(parts);
const skipFails = process.env["CI"] === "true" && counts.skipped > 0;
if (skipFails) process.stdout.write("In CI a skipped test counts as a failure.\n");
for (const failure of counts.failures) process.stdout.write(`FAILED  ${failure}\n`);
process.stdout.write(`${printCounts(counts)}\n`);
process.exitCode = counts.failed > 0 || skipFails ? 1 : 0;
