// npm run check: every gate over this tree, and what each of them said when it fired.
import { resolve } from "node:path";
import { gates, runGate } from "./gates.ts";

const folder = resolve(import.meta.dirname, "..");
let failures = 0;

for (const gate of gates) {
  const result = await runGate(gate, folder);
  process.stdout.write(`${result.passed ? "passed" : "FAILED"}  ${gate.name}\n`);
  if (!result.passed) {
    failures += 1;
    process.stdout.write(`${result.output}\n`);
  }
}
process.exitCode = failures === 0 ? 0 : 1;
