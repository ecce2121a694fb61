// npm run e2e: only the end-to-end specs, or those whose path holds a NAME that is given; with
// COUNTERPART_LONG=1 those that take minutes.
import { addCounts, printCounts } from "../counts.ts";
import { ensureBuilt, runSpecs } from "../run-specs.ts";

const minute = 60_000;
const isLong = process.env["COUNTERPART_LONG"] === "1";
const counts = addCounts([await ensureBuilt(), await runSpecs(process.argv.slice(2), 30 * minute, isLong)]);
process.stdout.write(`${printCounts(counts)}\n`);
process.exitCode = counts.failed > 0 ? 1 : 0;
