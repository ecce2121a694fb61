// npm run e2e: only the end-to-end specs, or those whose path holds a NAME that is given.
import { addCounts, printCounts } from "../counts.ts";
import { ensureBuilt, runSpecs } from "../run-specs.ts";

const minute = 60_000;
const counts = addCounts([await ensureBuilt(), await runSpecs(process.argv.slice(2), 30 * minute)]);
process.stdout.write(`${printCounts(counts)}\n`);
process.exitCode = counts.failed > 0 ? 1 : 0;
